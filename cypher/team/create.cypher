// Writes a new team member.
// $fields: map of properties, the id among them
CREATE (t:TeamMember)
SET t = $fields, t.workspace = $workspace, t.version = 1
