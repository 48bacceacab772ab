// Reads a page of the accounts that each of these team members manages.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:TeamMember {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page a of parent: MATCH (parent)-[:MANAGES]->(a:Account)}}
    RETURN {{account}}
  }}
}
