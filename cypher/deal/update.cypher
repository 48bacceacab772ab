// Writes a deal's changed properties and its next version.
// $id: text
// $at: moment
// $fields: map of properties
MATCH (d:Deal {workspace: $workspace, id: $id})
SET d += $fields, d.version = d.version + 1, d.updatedAt = $at
RETURN d.version
