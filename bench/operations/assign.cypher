CYPHER 5
MATCH (m:Member {workspace: $workspace, id: $memberId})
CREATE (m)-[:PLAYS]->(r:RoleAssignment)
SET r = $row, r.workspace = $workspace, r.version = 1, r.openKey = m.id + '|' + r.role,
  m.roles = m.roles + r.role, m.version = m.version + 1
