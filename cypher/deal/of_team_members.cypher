// Reads a page of the deals that each of these team members owns.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:TeamMember {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page d of parent: MATCH (parent)-[:OWNS]->(d)}}
    RETURN {{deal}}
  }}
}
