// Reads a page of who reports to each of these people now, directly: not one step further, however many there are below.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Person {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page p of parent: MATCH (parent)<-[k:REPORTS_TO]-(p) WHERE k.until IS NULL}}
    RETURN {{person}}
  }}
}
