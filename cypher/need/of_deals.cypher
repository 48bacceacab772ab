// Reads the needs of the members of each of these deals, former members' among them, in the order they were entered.
// $ids: list of text
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of
  RETURN {of: of, items: COLLECT {
    MATCH (n:Need {workspace: $workspace, dealId: of}) USING INDEX SEEK n:Need(workspace, dealId, id) WHERE n.id IS NOT NULL
    RETURN {{need}} ORDER BY n.id
  }}
}
