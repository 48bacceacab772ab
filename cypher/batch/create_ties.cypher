// Writes new ties.
// $rows: list of maps {kind, fromId, toId, fields}
UNWIND $rows AS row
MATCH (from:Person {workspace: $workspace, id: row.fromId})
MATCH (to:Person {workspace: $workspace, id: row.toId})
CREATE (from)-[k:$(row.kind)]->(to)
SET k = row.fields, k.workspace = $workspace, k.version = 1
