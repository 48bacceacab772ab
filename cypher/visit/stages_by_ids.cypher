// Reads the stage visits with these ids.
// $ids: list of text
// => id, enteredAt, leftAt, step, leftBy, closedAs, reason, by, recordedAt, triggeredBy, triggeredKind, of
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (visit:StageVisit {workspace: $workspace, id: id})-[:OF]->(into)
  RETURN {{visit}}
}
