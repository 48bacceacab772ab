// Reads who works at each of these accounts now, and the current ties of some kinds among them.
// $ids: list of text
// $kinds: list of text
// $most: whole number, how many people of an account are read
// $steps: whole number, how many ties are looked at
// => of, people, ties, truncated
RETURN COLLECT {
  UNWIND $ids AS of
  MATCH (a:Account {workspace: $workspace, id: of})
  WITH of, COLLECT { MATCH (a)<-[w:WORKS_AT]-(p) WHERE w.until IS NULL WITH DISTINCT p RETURN p LIMIT $most } AS people
  RETURN {of: of, people: [p IN people | p.id], ties: COLLECT {
    UNWIND people AS p
    MATCH (p)-[k:REPORTS_TO|INFLUENCES|CONFLICTS_WITH|KNOWS|CONTROLS_ACCESS_TO]->(q)
    WITH p, k, q LIMIT $steps
    WHERE type(k) IN $kinds AND k.until IS NULL AND q IN people
    RETURN [type(k), p.id, q.id, k.strength]
  }, truncated: size(people) >= $most OR COUNT {
    UNWIND people AS p
    MATCH (p)-[k:REPORTS_TO|INFLUENCES|CONFLICTS_WITH|KNOWS|CONTROLS_ACCESS_TO]->()
    RETURN k LIMIT $steps
  } >= $steps}
}
