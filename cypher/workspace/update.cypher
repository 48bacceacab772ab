// Writes the workspace's changed properties and its next version.
// $fields: map of properties
MATCH (w:Workspace {id: $workspace})
SET w += $fields, w.version = w.version + 1
RETURN w.version
