// Writes a post's changed properties and its next version.
// $id: text
// $fields: map of properties
MATCH ()-[w:WORKS_AT {workspace: $workspace, id: $id}]->()
SET w += $fields, w.version = w.version + 1
RETURN w.version
