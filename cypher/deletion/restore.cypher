// Writes that all that a deletion hid is back, and tells it. What joins it to things that another deletion hid waits for that one.
// $id: text
// => kind, id, version, account, deal
MATCH (x:Deletion {workspace: $workspace, id: $id})
WITH x, {{deletion.told}} AS told
CALL (x) {
  MATCH (x)-[:HID]->()-[r]-() WHERE r.deletion = $id
  WITH DISTINCT r, [end IN [startNode(r), endNode(r)] WHERE end.deletion <> $id | end.deletion][0] AS next
  WITH r, next, startNode(r) AS from, endNode(r) AS to, type(r) AS kind, properties(r) AS held
  FOREACH (_ IN CASE WHEN next IS NOT NULL THEN [1] ELSE [] END | SET r.deletion = next)
  WITH r, from, to, kind, held WHERE next IS NULL
  CREATE (from)-[k:$(substring(kind, 8))]->(to)
  SET k = held
  REMOVE k.deletion
  DELETE r
}
CALL (x) {
  MATCH (x)-[:HID]->()-[r]-(other) WHERE other.deletion <> $id AND NOT type(r) STARTS WITH 'DELETED_'
  WITH r, startNode(r) AS from, endNode(r) AS to, type(r) AS kind, properties(r) AS held, other.deletion AS next
  CREATE (from)-[k:$('DELETED_' + kind)]->(to)
  SET k = held, k.deletion = next
  DELETE r
}
CALL (x) {
  MATCH (x)-[h:HID]->(n)
  WITH h, n, labels(n)[0] AS label
  SET n:$(substring(label, 7))
  REMOVE n:$(label), n.deletion
  DELETE h
}
DELETE x
RETURN told
