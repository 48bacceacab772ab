// Writes that a locked thing is hidden with what hangs on it, and tells all that is. What hangs on a locked thing can't come or go.
// $id: text
// $at: moment
// $by: text
// => kind, id, version, account, deal
MATCH (root:Account|Person|Group|Deal|Product|Interaction|Need|Objection {workspace: $workspace, id: $id})
WITH root,
  CASE WHEN root:Deal THEN [root] ELSE COLLECT { MATCH (root)-[:HAS_DEAL]->(d) RETURN d } END AS deals,
  CASE WHEN root:Person OR root:Group THEN [root] ELSE COLLECT { MATCH (root)<-[:PART_OF]-(g) RETURN g } END AS parties
FOREACH (n IN deals + parties | SET n.lock = true)
WITH root, deals, parties, COLLECT {
  UNWIND deals AS d MATCH (d)<-[:ON]-(m) RETURN m
  UNION
  UNWIND parties AS p MATCH (p)-[:SITS_AS]->(m) RETURN m
} AS members
FOREACH (m IN members | SET m.lock = true)
WITH [root] + deals + parties + members
  + COLLECT { UNWIND members AS m MATCH (m)-[:PLAYS|ASSESSED|HOLDS|RAISED]->(part) RETURN part }
  + COLLECT { UNWIND deals AS d MATCH (d)-[:VISITED|EVALUATED_AS]->(part) RETURN part } AS hidden
CREATE (x:Deletion {workspace: $workspace, id: $id, at: $at, by: $by})
WITH x, hidden
CALL (x, hidden) {
  UNWIND hidden AS n
  WITH DISTINCT x, n, labels(n)[0] AS label
  CREATE (x)-[:HID]->(n)
  SET n.deletion = $id, n:$('Deleted' + label)
  REMOVE n:$(label)
}
CALL (x) {
  MATCH (x)-[:HID]->()-[r]-(other)
  WHERE NOT type(r) IN ['HID', 'NAMES'] AND NOT type(r) STARTS WITH 'DELETED_' AND coalesce(other.deletion <> $id, true)
  WITH r, startNode(r) AS from, endNode(r) AS to, type(r) AS kind, properties(r) AS held
  CREATE (from)-[k:$('DELETED_' + kind)]->(to)
  SET k = held, k.deletion = $id
  DELETE r
}
RETURN {{deletion.told}}
