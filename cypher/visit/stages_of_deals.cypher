// Reads the stage visits of each of these deals, oldest first.
// $ids: list of text
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of
  MATCH (d:Deal {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    MATCH (d)-[:VISITED]->(visit:StageVisit)-[:OF]->(into)
    RETURN {{visit}} ORDER BY visit.enteredAt, visit.recordedAt, visit.id
  }}
}
