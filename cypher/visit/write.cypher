// Writes a step of a deal: visits that are taken back, that change, that begin; the deal's present, and its next version.
// $id: text
// $at: moment
// $fields: map of the deal's properties, its processes among them
// $removed: list of text, ids of visits
// $changed: list of maps {id, fields} of visits
// $phase_id: text or null, the phase that the deal is in from now on
// $stage_id: text or null
// $phase_visits: list of maps of properties, of visits of that phase
// $stage_visits: list of maps of properties, of visits of that stage
MATCH (d:Deal {workspace: $workspace, id: $id})
SET d += $fields, d.version = d.version + 1, d.updatedAt = $at
WITH d
CALL (d) {
  UNWIND $removed AS one
  MATCH (d)-[:VISITED]->(visit {id: one})
  DETACH DELETE visit
}
CALL (d) {
  UNWIND $changed AS one
  MATCH (d)-[:VISITED]->(visit {id: one.id})
  SET visit += one.fields
}
CALL (d) {
  MATCH (d)-[old:FOLLOWS|SOLD_BY|IN_PHASE|IN_STAGE]->()
  DELETE old
}
CALL (d) {
  MATCH (process:BuyingProcess {workspace: $workspace, key: d.buyingProcess})
  CREATE (d)-[:FOLLOWS]->(process)
}
CALL (d) {
  MATCH (selling:SalesProcess {workspace: $workspace, key: d.salesProcess})
  CREATE (d)-[:SOLD_BY]->(selling)
}
CALL (d) {
  MATCH (phase:Phase {workspace: $workspace, id: $phase_id})
  CREATE (d)-[:IN_PHASE]->(phase)
  WITH d, phase
  UNWIND $phase_visits AS one
  CREATE (d)-[:VISITED]->(visit:PhaseVisit)-[:OF]->(phase)
  SET visit = one, visit.workspace = $workspace
}
CALL (d) {
  MATCH (stage:Stage {workspace: $workspace, id: $stage_id})
  CREATE (d)-[:IN_STAGE]->(stage)
  WITH d, stage
  UNWIND $stage_visits AS one
  CREATE (d)-[:VISITED]->(visit:StageVisit)-[:OF]->(stage)
  SET visit = one, visit.workspace = $workspace
}
{{deal.alignment}}
