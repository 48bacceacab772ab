// Reads the products that each of these goes with, by name.
// $ids: list of text
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (one:Product {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT { MATCH (one)-[:GOES_WITH]->(x:Product) RETURN {{product}} ORDER BY x.name, x.id }}
}
