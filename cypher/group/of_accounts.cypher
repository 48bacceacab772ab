// Reads a page of the groups of each of these accounts.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Account {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page g of parent: MATCH (parent)<-[:PART_OF]-(g)}}
    RETURN {{group}}
  }}
}
