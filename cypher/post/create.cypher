// Writes a new post, keeps in step what the person shows, and tells the post's version; no row where the person or the account is not there.
// $person_id: text
// $account_id: text
// $fields: map of properties, the id among them
MATCH (p:Person {workspace: $workspace, id: $person_id})
MATCH (a:Account {workspace: $workspace, id: $account_id})
SET a.lock = true
WITH p, a WHERE a.deletion IS NULL
CREATE (p)-[w:WORKS_AT]->(a)
SET w = $fields, w.workspace = $workspace, w.version = 1
WITH p, w
{{post.shown}}
RETURN w.version
