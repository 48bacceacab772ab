// Locks a deal until the transaction ends, and reads it with all that it has visited, oldest first, and what can be taken back.
// $id: text
// => deal, alignment, phases, stages, undo
MATCH (d:Deal {workspace: $workspace, id: $id})
SET d.lock = true
WITH d WHERE d.deletion IS NULL
RETURN {
  deal: {{deal}},
  alignment: {{deal.wheels}},
  undo: d.undo,
  phases: COLLECT {
    MATCH (d)-[:VISITED]->(visit:PhaseVisit)-[:OF]->(into)
    RETURN {{visit}} ORDER BY visit.enteredAt, visit.recordedAt, visit.id
  },
  stages: COLLECT {
    MATCH (d)-[:VISITED]->(visit:StageVisit)-[:OF]->(into)
    RETURN {{visit}} ORDER BY visit.enteredAt, visit.recordedAt, visit.id
  }
}
