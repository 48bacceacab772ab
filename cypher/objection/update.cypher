// Writes an objection's changed properties, its next version and its member's.
// $id: text
// $fields: map of properties
MATCH (o:Objection {workspace: $workspace, id: $id})<-[:RAISED]-(m)
SET o += $fields, o.version = o.version + 1, m.version = m.version + 1
RETURN o.version
