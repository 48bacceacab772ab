// Writes a new acquaintance and tells its version; no row where the team member or the person is not there.
// $team_member_id: text
// $person_id: text
// $fields: map of properties, the id among them
MATCH (t:TeamMember {workspace: $workspace, id: $team_member_id})
MATCH (p:Person {workspace: $workspace, id: $person_id})
SET p.lock = true
WITH t, p WHERE p.deletion IS NULL
CREATE (t)-[v:COVERS]->(p)
SET v = $fields, v.workspace = $workspace, v.version = 1
RETURN v.version
