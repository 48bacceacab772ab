// Reads the objections of the members of each of these deals, former members' among them, in the order they were entered.
// $ids: list of text
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of
  RETURN {of: of, items: COLLECT {
    MATCH (o:Objection {workspace: $workspace, dealId: of}) USING INDEX SEEK o:Objection(workspace, dealId, id) WHERE o.id IS NOT NULL
    RETURN {{objection}} ORDER BY o.id
  }}
}
