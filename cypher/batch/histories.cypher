// Reads what each of these deals has visited, oldest first, and how its wheels stand. The caller holds the workspace's lock, so that nobody else's write can end meanwhile.
// $ids: list of text
// => of, alignment, phases, stages
UNWIND $ids AS of
MATCH (d:Deal {workspace: $workspace, id: of})
RETURN collect({
  of: of,
  alignment: {{deal.wheels}},
  phases: COLLECT {
    MATCH (d)-[:VISITED]->(visit:PhaseVisit)-[:OF]->(into)
    RETURN {{visit}} ORDER BY visit.enteredAt, visit.recordedAt, visit.id
  },
  stages: COLLECT {
    MATCH (d)-[:VISITED]->(visit:StageVisit)-[:OF]->(into)
    RETURN {{visit}} ORDER BY visit.enteredAt, visit.recordedAt, visit.id
  }
})
