CYPHER 5
MATCH (a:Account {workspace: $workspace, id: $accountId})
CREATE (p:Person)-[w:WORKS_AT]->(a)
SET p = $person, p.workspace = $workspace, w = $post, w.workspace = $workspace
