// Writes role assignments' changed properties, each with its next version, and keeps their members in step.
// $rows: list of maps {id, fields}
UNWIND $rows AS row
MATCH (r:RoleAssignment {workspace: $workspace, id: row.id})<-[:PLAYS]-(m)
SET r += row.fields, r.version = r.version + 1
WITH DISTINCT m
SET m.roles = COLLECT { MATCH (m)-[:PLAYS]->(r) WHERE r.until IS NULL RETURN r.role ORDER BY r.role }, m.version = m.version + 1
