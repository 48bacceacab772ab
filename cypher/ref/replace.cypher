// Writes a thing's external references: replaces those of the named systems, or all where none is named.
// $id: text
// $systems: list of text
// $refs: list of maps {id, system, key}
OPTIONAL MATCH (old:ExternalRef {workspace: $workspace, entityId: $id})
WHERE size($systems) = 0 OR old.system IN $systems
DETACH DELETE old
WITH DISTINCT 1 AS one
MATCH (n:Account|Person|Group|Deal {workspace: $workspace, id: $id})
UNWIND $refs AS ref
CREATE (e:ExternalRef {workspace: $workspace, id: ref.id, system: ref.system, key: ref.key, entityId: $id})-[:NAMES]->(n)
