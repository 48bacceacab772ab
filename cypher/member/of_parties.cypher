// Reads a page of the places that each of these people and groups has or had on committees.
// $ids: list of text
// $status: text, the deal's, or null for any
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Person|Group {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page m of parent: MATCH (parent)-[:SITS_AS]->(m) WHERE ($status IS NULL OR EXISTS { (m)-[:ON]->(d) WHERE d.status = $status })}}
    RETURN {{member}}
  }}
}
