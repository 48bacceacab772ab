// Writes what deals went through: their visits that change and that begin, and where they are now. Their versions are left alone.
// $rows: list of maps {id, fields, changed, phaseVisits, stageVisits, phaseId, stageId}: properties of the deal; {id, fields} of visits; new visits
//   as {of, visit}: the id of the phase or stage, and properties; the ids of the phase and the stage that the deal is in, or null
UNWIND $rows AS row
MATCH (d:Deal {workspace: $workspace, id: row.id})
SET d += row.fields
WITH d, row
CALL (d, row) {
  UNWIND row.changed AS one
  MATCH (d)-[:VISITED]->(visit {id: one.id})
  SET visit += one.fields
}
CALL (d, row) {
  UNWIND row.phaseVisits AS one
  MATCH (phase:Phase {workspace: $workspace, id: one.of})
  CREATE (d)-[:VISITED]->(visit:PhaseVisit)-[:OF]->(phase)
  SET visit = one.visit, visit.workspace = $workspace
}
CALL (d, row) {
  UNWIND row.stageVisits AS one
  MATCH (stage:Stage {workspace: $workspace, id: one.of})
  CREATE (d)-[:VISITED]->(visit:StageVisit)-[:OF]->(stage)
  SET visit = one.visit, visit.workspace = $workspace
}
CALL (d) {
  MATCH (d)-[old:IN_PHASE|IN_STAGE]->()
  DELETE old
}
CALL (d, row) {
  MATCH (phase:Phase {workspace: $workspace, id: row.phaseId})
  CREATE (d)-[:IN_PHASE]->(phase)
}
CALL (d, row) {
  MATCH (stage:Stage {workspace: $workspace, id: row.stageId})
  CREATE (d)-[:IN_STAGE]->(stage)
}
{{deal.alignment}}
