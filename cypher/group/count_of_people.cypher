// Reads how many groups each of these people belongs to.
// $ids: list of text
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Person {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT { MATCH (parent)-[b:BELONGS_TO]->(g) WHERE b.until IS NULL RETURN g LIMIT 10000 }}
}
