// Writes a team member's changed properties and its next version.
// $id: text
// $fields: map of properties
MATCH (t:TeamMember {workspace: $workspace, id: $id})
SET t += $fields, t.version = t.version + 1
RETURN t.version
