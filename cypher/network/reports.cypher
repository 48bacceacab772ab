// Reads a page of who reports to each of these people now, directly or through others.
// $ids: list of text
// $depth: whole number, of levels below, at most 40
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Person {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page p of parent: MATCH (parent)(()<-[ks:REPORTS_TO WHERE ks.until IS NULL]-()){1,40}(p) WHERE size(ks) <= $depth}}
    RETURN {{person}}
  }}
}
