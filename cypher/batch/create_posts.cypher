// Writes new posts, and keeps in step what their people show.
// $rows: list of maps {personId, accountId, fields}
UNWIND $rows AS row
MATCH (p:Person {workspace: $workspace, id: row.personId})
MATCH (a:Account {workspace: $workspace, id: row.accountId})
SET p.lock = true, a.lock = true
WITH row, p, a WHERE p.deletion IS NULL AND a.deletion IS NULL
CREATE (p)-[w:WORKS_AT]->(a)
SET w = row.fields, w.workspace = $workspace, w.version = 1
WITH DISTINCT p
{{post.shown}}
