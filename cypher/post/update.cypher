// Writes a post's changed properties and its next version, and keeps in step what the person shows.
// $id: text
// $fields: map of properties
MATCH (p)-[w:WORKS_AT {workspace: $workspace, id: $id}]->() USING INDEX SEEK w:WORKS_AT(workspace, id)
SET w += $fields, w.version = w.version + 1
WITH p, w
{{post.shown}}
RETURN w.version
