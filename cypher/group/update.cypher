// Writes a group's changed properties and its next version.
// $id: text
// $at: moment
// $fields: map of properties
MATCH (g:Group {workspace: $workspace, id: $id})
SET g += $fields, g.version = g.version + 1, g.updatedAt = $at
RETURN g.version
