// Writes the changed properties of things, each with its next version.
// $at: moment
// $rows: list of maps {id, fields}
UNWIND $rows AS row
MATCH (p:Person {workspace: $workspace, id: row.id})
SET p += row.fields, p.version = p.version + 1, p.updatedAt = $at
