// Writes an acquaintance's changed properties and its next version.
// $id: text
// $fields: map of properties
MATCH ()-[v:COVERS {workspace: $workspace, id: $id}]->() USING INDEX SEEK v:COVERS(workspace, id)
SET v += $fields, v.version = v.version + 1
RETURN v.version
