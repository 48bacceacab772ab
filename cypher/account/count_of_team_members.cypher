// Reads how many accounts each of these team members manages.
// $ids: list of text
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:TeamMember {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT { (parent)-[:MANAGES]->(:Account) }}
}
