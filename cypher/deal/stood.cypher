// Reads how these deals stood at a moment; nothing of those that were not there yet. Of visits of no length the one recorded later counts.
// $ids: list of text
// $at: moment
// => id, status, phaseId, phaseEnteredAt, stageId, stageEnteredAt
RETURN COLLECT {
  UNWIND $ids AS id MATCH (d:Deal {workspace: $workspace, id: id}) WHERE d.createdAt <= $at
  OPTIONAL MATCH (d)-[:VISITED]->(in_phase:PhaseVisit)-[:OF]->(phase) WHERE in_phase.enteredAt <= $at AND coalesce($at < in_phase.leftAt, true)
  OPTIONAL MATCH (d)-[:VISITED]->(in_stage:StageVisit)-[:OF]->(stage) WHERE in_stage.enteredAt <= $at AND coalesce($at < in_stage.leftAt, true)
  WITH d, in_phase, phase, in_stage, stage, COLLECT {
    MATCH (d)-[:VISITED]->(visit:PhaseVisit) WHERE visit.closedAs IS NOT NULL AND visit.leftAt <= $at
    RETURN visit ORDER BY visit.leftAt DESC, visit.enteredAt DESC, visit.recordedAt DESC LIMIT 1
  }[0] AS closed
  RETURN {id: d.id, phaseId: phase.id, phaseEnteredAt: in_phase.enteredAt, stageId: stage.id, stageEnteredAt: in_stage.enteredAt,
    status: CASE WHEN closed IS NULL OR EXISTS {
      MATCH (d)-[:VISITED]->(visit:PhaseVisit) WHERE visit.step = 'REOPEN' AND visit.enteredAt <= $at AND visit.enteredAt >= closed.leftAt
        AND visit.recordedAt > closed.recordedAt
    } THEN 'OPEN' ELSE closed.closedAs END}
}
