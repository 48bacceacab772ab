// Reads how long ended stays in each phase took that names no longest healthy stay: how many there were, and the days within which nine of ten ended.
// => phaseId, stays, days
RETURN COLLECT {
  MATCH (b:BuyingProcess {workspace: $workspace})-[:HAS_PHASE]->(phase)<-[:OF]-(visit)<-[:VISITED]-()
  USING INDEX SEEK b:BuyingProcess(workspace, key)
  WHERE b.key IS NOT NULL AND phase.maxHealthyDays IS NULL AND visit.leftAt IS NOT NULL
  WITH phase.id AS phase_id, duration.inSeconds(datetime(visit.enteredAt), datetime(visit.leftAt)).seconds / 86400.0 AS days
  WITH phase_id, count(*) AS stays, percentileCont(days, 0.9) AS p90
  RETURN {phaseId: phase_id, stays: stays, days: p90}
}
