// Reads a page of the people in each of these groups.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Group {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page p of parent: MATCH (parent)<-[b:BELONGS_TO]-(p) WHERE b.until IS NULL}}
    RETURN {{person}}
  }}
}
