// Writes a new tie and tells its version; no row where one of the two people is not there.
// $kind: text
// $from_id: text
// $to_id: text
// $fields: map of properties, the id among them
MATCH (from:Person {workspace: $workspace, id: $from_id})
MATCH (to:Person {workspace: $workspace, id: $to_id})
SET from.lock = true, to.lock = true
WITH from, to WHERE from.deletion IS NULL AND to.deletion IS NULL
CREATE (from)-[k:$($kind)]->(to)
SET k = $fields, k.workspace = $workspace, k.version = 1
RETURN k.version
