// Reads a page of the groups that each of these people belongs to.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Person {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page g of parent: MATCH (parent)-[b:BELONGS_TO]->(g) WHERE b.until IS NULL}}
    RETURN {{group}}
  }}
}
