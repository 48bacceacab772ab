// Writes posts' changed properties, each with its next version.
// $rows: list of maps {id, fields}
UNWIND $rows AS row
MATCH ()-[w:WORKS_AT {workspace: $workspace, id: row.id}]->()
SET w += row.fields, w.version = w.version + 1
