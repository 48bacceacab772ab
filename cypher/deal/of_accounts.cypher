// Reads a page of the deals of each of these accounts.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of
  RETURN {of: of, items: COLLECT {
    {{page d of of: MATCH (d:Deal {workspace: $workspace, accountId: of})}}
    RETURN {{deal}}
  }}
}
