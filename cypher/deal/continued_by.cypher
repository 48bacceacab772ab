// Reads the deals that continue each of these, oldest first.
// $ids: list of text
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (first:Deal {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    MATCH (first)<-[:CONTINUES]-(d)
    RETURN {{deal}} ORDER BY d.createdAt, d.id
  }}
}
