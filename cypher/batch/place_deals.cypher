// Writes deals' accounts, owners and products: exactly these.
// $rows: list of maps {id, accountId, ownerId, products}: keys of products, the owner's id or null
UNWIND $rows AS row
MATCH (d:Deal {workspace: $workspace, id: row.id})
SET d.accountId = row.accountId, d.ownerId = row.ownerId
WITH d, row
CALL (d) {
  MATCH (d)-[old:HAS_DEAL|OWNS|SELLS]-()
  DELETE old
}
CALL (d, row) {
  MATCH (a:Account {workspace: $workspace, id: row.accountId})
  CREATE (a)-[:HAS_DEAL]->(d)
}
CALL (d, row) {
  MATCH (t:TeamMember {workspace: $workspace, id: row.ownerId})
  CREATE (t)-[:OWNS]->(d)
}
CALL (d, row) {
  UNWIND row.products AS key
  MATCH (x:Product {workspace: $workspace, key: key})
  CREATE (d)-[:SELLS]->(x)
}
