// Reads a page of the deals that each of these team members owns.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of
  RETURN {of: of, items: COLLECT {
    {{page d of of: MATCH (d:Deal {workspace: $workspace, ownerId: of})}}
    RETURN {{deal}}
  }}
}
