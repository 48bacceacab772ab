// Reads how many deals of each of these accounts fit; `count_of_accounts` counts all of them faster.
// $ids: list of text
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of
  RETURN {of: of, count: COUNT { {{where d of of: MATCH (d:Deal {workspace: $workspace, accountId: of}) USING INDEX SEEK d:Deal(workspace, accountId, id) WHERE d.id IS NOT NULL}} RETURN d LIMIT 10000 }}
}
