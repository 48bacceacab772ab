// Writes a person's changed properties and its next version.
// $id: text
// $at: moment
// $fields: map of properties
MATCH (p:Person {workspace: $workspace, id: $id})
SET p += $fields, p.version = p.version + 1, p.updatedAt = $at
RETURN p.version
