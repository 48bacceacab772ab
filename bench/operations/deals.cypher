CYPHER 5
MATCH (a:Account {workspace: $workspace, id: $id})
WITH a, COLLECT {
  MATCH (d:Deal {workspace: $workspace, accountId: $id}) WHERE d.id IS NOT NULL
  WITH d ORDER BY d.workspace, d.accountId, d.id LIMIT 51
  OPTIONAL MATCH (d)<-[:OWNS]-(t)
  RETURN d {.id, .name, .status, .expectedCloseOn, .createdAt, .tags, amount: d {.amount, .currency}, owner: t {.id, .name}}
} AS found
RETURN {account: a {.id, .name, deals: {nodes: found[..50], pageInfo: {hasNextPage: size(found) > 50, endCursor: found[49].id}}}}
