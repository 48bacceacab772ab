// Writes an account's changed properties and its next version.
// $id: text
// $at: moment
// $fields: map of properties
MATCH (a:Account {workspace: $workspace, id: $id})
SET a += $fields, a.version = a.version + 1, a.updatedAt = $at
RETURN a.version
