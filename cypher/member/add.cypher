// Writes new members of committees, and tells how many: who was hidden meanwhile becomes none.
// $members: list of maps {partyId, member}: the person or group, the properties with the deal's id among them
UNWIND $members AS one
MATCH (d:Deal {workspace: $workspace, id: one.member.dealId})
MATCH (p:Person|Group {workspace: $workspace, id: one.partyId})
SET p.lock = true
WITH one, d, p WHERE p.deletion IS NULL
CREATE (p)-[:SITS_AS]->(m:Member)-[:ON]->(d)
SET m = one.member, m.workspace = $workspace, m.version = 1, m.roles = [], m.roleIds = [], m.roleCertainties = [], m.openKey = d.id + '|' + p.id
RETURN count(*)
