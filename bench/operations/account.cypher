CYPHER 5
MATCH (a:Account {workspace: $workspace, id: $id})
RETURN {account: a {.name}}
