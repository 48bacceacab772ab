// Writes that members whose party or deal another deletion hid belong to that one from now on, with what hangs on them.
// $id: text
MATCH (x:Deletion {workspace: $workspace, id: $id})-[:HID]->(m:DeletedMember)-[r]-(other)
WHERE type(r) IN ['ON', 'SITS_AS', 'DELETED_ON', 'DELETED_SITS_AS'] AND other.deletion <> $id
WITH x, m, min(other.deletion) AS next
MATCH (y:Deletion {workspace: $workspace, id: next})
CALL (x, y, m) {
  UNWIND [m] + COLLECT { MATCH (m)-->(part) WHERE part.deletion = $id AND NOT part:DeletedDeal RETURN part } AS n
  MATCH (x)-[h:HID]->(n)
  DELETE h
  CREATE (y)-[:HID]->(n)
  SET n.deletion = y.id
  WITH n, y
  MATCH (n)-[r]-() WHERE r.deletion = $id
  SET r.deletion = y.id
}
