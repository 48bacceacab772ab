// Writes new deals, each in its place: account, owner, processes with the first visits, products, the deal it continues, external references; tells
// how many: none at an account that was hidden meanwhile.
// $deals: list of maps {deal, phaseId, phaseVisit, stageId, stageVisit, products, refs}: properties of the deal (ids and keys among them), of
//   its visits and of its references, keys of products; stageId and stageVisit are null without a sales process
UNWIND $deals AS one
MATCH (a:Account {workspace: $workspace, id: one.deal.accountId})
SET a.lock = true
WITH one, a WHERE a.deletion IS NULL
MATCH (process:BuyingProcess {workspace: $workspace, key: one.deal.buyingProcess})
MATCH (phase:Phase {workspace: $workspace, id: one.phaseId})
CREATE (a)-[:HAS_DEAL]->(d:Deal)-[:FOLLOWS]->(process)
CREATE (d)-[:IN_PHASE]->(phase)
CREATE (d)-[:VISITED]->(visit:PhaseVisit)-[:OF]->(phase)
SET d = one.deal, d.workspace = $workspace, d.version = 1, visit = one.phaseVisit, visit.workspace = $workspace
WITH d, one
CALL (d, one) {
  MATCH (selling:SalesProcess {workspace: $workspace, key: one.deal.salesProcess})
  MATCH (stage:Stage {workspace: $workspace, id: one.stageId})
  CREATE (d)-[:SOLD_BY]->(selling)
  CREATE (d)-[:IN_STAGE]->(stage)
  CREATE (d)-[:VISITED]->(visit:StageVisit)-[:OF]->(stage)
  SET visit = one.stageVisit, visit.workspace = $workspace
}
CALL (d, one) {
  MATCH (t:TeamMember {workspace: $workspace, id: one.deal.ownerId})
  CREATE (t)-[:OWNS]->(d)
}
CALL (d, one) {
  UNWIND one.products AS key
  MATCH (x:Product {workspace: $workspace, key: key})
  CREATE (d)-[:SELLS]->(x)
}
CALL (d, one) {
  MATCH (earlier:Deal {workspace: $workspace, id: one.deal.continuesId})
  CREATE (d)-[:CONTINUES]->(earlier)
}
CALL (d, one) {
  UNWIND one.refs AS ref
  CREATE (e:ExternalRef)-[:NAMES]->(d)
  SET e = ref, e.workspace = $workspace, e.entityId = d.id
}
{{deal.alignment}}
RETURN count(*)
