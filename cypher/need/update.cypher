// Writes a need's changed properties, its next version and its member's.
// $id: text
// $fields: map of properties
MATCH (n:Need {workspace: $workspace, id: $id})<-[:HOLDS]-(m)
SET n += $fields, n.version = n.version + 1, m.version = m.version + 1
RETURN n.version
