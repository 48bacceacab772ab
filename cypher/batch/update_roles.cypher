// Writes role assignments' changed properties, each with its next version, and keeps their members in step.
// $rows: list of maps {id, fields}
UNWIND $rows AS row
MATCH (r:RoleAssignment {workspace: $workspace, id: row.id})<-[:PLAYS]-(m)
SET r += row.fields, r.version = r.version + 1
WITH DISTINCT m
SET m.version = m.version + 1
WITH m
{{member.playing}}
