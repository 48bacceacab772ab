// Reads who stands above each of these people now, the own manager first, up to the top.
// $ids: list of text
// => of, people
RETURN COLLECT {
  UNWIND $ids AS of MATCH (p:Person {workspace: $workspace, id: of})
  RETURN {of: of, people: COLLECT {
    MATCH (p)(()-[ks:REPORTS_TO WHERE ks.until IS NULL]->()){1,40}(up)
    RETURN up.id ORDER BY size(ks)
  }}
}
