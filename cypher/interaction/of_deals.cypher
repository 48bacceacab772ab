// Reads a page of the interactions about each of these deals.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Deal {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page i of parent: MATCH (parent)<-[:ABOUT]-(i)}}
    RETURN {{interaction}}
  }}
}
