// Writes the changed properties of things, each with its next version.
// $at: moment
// $rows: list of maps {id, fields}
UNWIND $rows AS row
MATCH (a:Account {workspace: $workspace, id: row.id})
SET a += row.fields, a.version = a.version + 1, a.updatedAt = $at
