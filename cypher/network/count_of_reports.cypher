// Reads how many report to each of these people now, directly or through others; it stops at ten thousand.
// $ids: list of text
// $depth: whole number, of levels below, at most 40
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Person {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT {
    MATCH (parent)(()<-[ks:REPORTS_TO WHERE ks.until IS NULL]-()){1,40}(p) WHERE size(ks) <= $depth
    RETURN p LIMIT 10000
  }}
}
