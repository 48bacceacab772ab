// Writes posts' changed properties, each with its next version, and keeps in step what their people show.
// $rows: list of maps {id, fields}
UNWIND $rows AS row
MATCH (p)-[w:WORKS_AT {workspace: $workspace, id: row.id}]->() USING INDEX SEEK w:WORKS_AT(workspace, id)
SET w += row.fields, w.version = w.version + 1
WITH DISTINCT p
{{post.shown}}
