// Reads how many deals each of these team members owns.
// $ids: list of text
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:TeamMember {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT { (parent)-[:OWNS]->() }}
}
