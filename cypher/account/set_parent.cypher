// Writes an account's place under another one, or under none. The caller holds the workspace's lock.
// $id: text
// $parent_id: text or null
MATCH (a:Account {workspace: $workspace, id: $id})
SET a.parentId = $parent_id
WITH a
OPTIONAL MATCH (a)-[old:SUBSIDIARY_OF]->()
DELETE old
WITH DISTINCT a
MATCH (parent:Account {workspace: $workspace, id: $parent_id})
SET parent.lock = true
WITH a, parent WHERE parent.deletion IS NULL
CREATE (a)-[:SUBSIDIARY_OF]->(parent)
