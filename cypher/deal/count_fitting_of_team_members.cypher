// Reads how many deals that each of these team members owns fit; `count_of_team_members` counts all of them faster.
// $ids: list of text
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of
  RETURN {of: of, count: COUNT { {{where d of of: MATCH (d:Deal {workspace: $workspace, ownerId: of}) USING INDEX SEEK d:Deal(workspace, ownerId, id) WHERE d.id IS NOT NULL}} RETURN d LIMIT 10000 }}
}
