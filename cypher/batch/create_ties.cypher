// Writes new ties.
// $rows: list of maps {kind, fromId, toId, fields}
UNWIND $rows AS row
MATCH (from:Person {workspace: $workspace, id: row.fromId})
MATCH (to:Person {workspace: $workspace, id: row.toId})
SET from.lock = true, to.lock = true
WITH row, from, to WHERE from.deletion IS NULL AND to.deletion IS NULL
CREATE (from)-[k:$(row.kind)]->(to)
SET k = row.fields, k.workspace = $workspace, k.version = 1
