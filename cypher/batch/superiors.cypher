// Reads every step up from these people to whom they report and further. The caller holds the workspace's lock.
// $ids: list of text
// => id, aboveId
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (p:Person {workspace: $workspace, id: id})
  MATCH (p)(()-[k:REPORTS_TO WHERE k.until IS NULL]->()){0,}(lower)
  MATCH (lower)-[last:REPORTS_TO]->(upper) WHERE last.until IS NULL
  WITH DISTINCT lower, upper
  RETURN {id: lower.id, aboveId: upper.id}
}
