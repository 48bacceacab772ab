// Writes the end of a member's time on its committee, and of the roles that it plays there.
// $id: text
// $until: day
MATCH (m:Member {workspace: $workspace, id: $id})
SET m.until = $until, m.version = m.version + 1, m.roles = [], m.roleIds = [], m.roleCertainties = []
REMOVE m.openKey
WITH m
CALL (m) {
  MATCH (m)-[:PLAYS]->(r) WHERE r.until IS NULL
  SET r.until = $until, r.version = r.version + 1
  REMOVE r.openKey
}
RETURN m.version
