// Reads a page of the subsidiaries of each of these accounts.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Account {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page a of parent: MATCH (parent)<-[:SUBSIDIARY_OF]-(a)}}
    RETURN {{account}}
  }}
}
