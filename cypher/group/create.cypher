// Writes a new group and tells its version; no row where the account is not there.
// $account_id: text
// $fields: map of properties, the id among them
MATCH (a:Account {workspace: $workspace, id: $account_id})
SET a.lock = true
WITH a WHERE a.deletion IS NULL
CREATE (g:Group)-[:PART_OF]->(a)
SET g = $fields, g.workspace = $workspace, g.accountId = a.id
RETURN g.version
