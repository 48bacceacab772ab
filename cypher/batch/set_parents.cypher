// Writes accounts' places under other ones, or under none. The caller holds the workspace's lock.
// $rows: list of maps {id, parentId}
UNWIND $rows AS row
MATCH (a:Account {workspace: $workspace, id: row.id})
SET a.parentId = row.parentId
WITH a, row
OPTIONAL MATCH (a)-[old:SUBSIDIARY_OF]->()
DELETE old
WITH DISTINCT a, row
MATCH (parent:Account {workspace: $workspace, id: row.parentId})
CREATE (a)-[:SUBSIDIARY_OF]->(parent)
