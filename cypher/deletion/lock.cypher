// Locks a thing that can be hidden until the transaction ends, and tells its version.
// $id: text
// => kind, id, version
MATCH (n:Account|Person|Group|Deal|Product|Interaction|Need|Objection {workspace: $workspace, id: $id})
SET n.lock = true
WITH n WHERE n.deletion IS NULL
RETURN {kind: labels(n)[0], id: n.id, version: n.version}
