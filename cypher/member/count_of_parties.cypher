// Reads how many places each of these people and groups has or had on committees.
// $ids: list of text
// $status: text, the deal's, or null for any
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Person|Group {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT { (parent)-[:SITS_AS]->()-[:ON]->(d) WHERE $status IS NULL OR d.status = $status }}
}
