// Reads what makes each of these accounts a customer: when deals with it were won, the first and the last, and how many are open.
// $ids: list of text
// => of, firstWonAt, lastWonAt, open
RETURN COLLECT {
  UNWIND $ids AS of MATCH (a:Account {workspace: $workspace, id: of})
  OPTIONAL MATCH (a)-[:HAS_DEAL]->(d)
  WITH of, min(CASE WHEN d.status = 'WON' THEN d.closedAt END) AS first, max(CASE WHEN d.status = 'WON' THEN d.closedAt END) AS last,
    count(CASE WHEN d.status = 'OPEN' THEN 1 END) AS open
  RETURN {of: of, firstWonAt: first, lastWonAt: last, open: open}
}
