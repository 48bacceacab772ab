// Writes the external references of new things.
// $rows: list of maps {id, system, key, entityId}
UNWIND $rows AS row
MATCH (n:Account|Person {workspace: $workspace, id: row.entityId})
CREATE (e:ExternalRef {workspace: $workspace, id: row.id, system: row.system, key: row.key, entityId: row.entityId})-[:NAMES]->(n)
