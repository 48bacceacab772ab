// Writes the changed properties of things, each with its next version.
// $at: moment
// $rows: list of maps {id, fields}
UNWIND $rows AS row
MATCH (d:Deal {workspace: $workspace, id: row.id})
SET d += row.fields, d.version = d.version + 1, d.updatedAt = $at
