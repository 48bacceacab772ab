// Reads how many current ties each of these people has.
// $ids: list of text
// $kinds: list of text
// $direction: OUT, IN or BOTH
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Person {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT {
    MATCH (parent)-[k:REPORTS_TO|INFLUENCES|CONFLICTS_WITH|KNOWS|CONTROLS_ACCESS_TO]-() WHERE k.until IS NULL
      AND type(k) IN $kinds AND ($direction = 'BOTH' OR ($direction = 'OUT') = (startNode(k) = parent))
    RETURN k LIMIT 10000
  }}
}
