// Reads a page of what was judged of each of these members.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Member {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page s of parent: MATCH (parent)-[:ASSESSED]->(s)}}
    RETURN {{member.assessment}}
  }}
}
