// Reads a page of the current ties of each of these people.
// $ids: list of text
// $kinds: list of text
// $direction: OUT, IN or BOTH
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Person {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page k of parent: MATCH (parent)-[k:REPORTS_TO|INFLUENCES|CONFLICTS_WITH|KNOWS|CONTROLS_ACCESS_TO]-() WHERE k.until IS NULL
      AND type(k) IN $kinds AND ($direction = 'BOTH' OR ($direction = 'OUT') = (startNode(k) = parent))}}
    RETURN {{tie}}
  }}
}
