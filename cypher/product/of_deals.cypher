// Reads the products of each of these deals, by name.
// $ids: list of text
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (d:Deal {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT { MATCH (d)-[:SELLS]->(x:Product) RETURN {{product}} ORDER BY x.name, x.id }}
}
