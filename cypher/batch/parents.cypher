// Reads every step up from these accounts to their parents and further. The caller holds the workspace's lock.
// $ids: list of text
// => id, aboveId
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (a:Account {workspace: $workspace, id: id})
  MATCH (a)-[:SUBSIDIARY_OF*0..]->(lower)
  MATCH (lower)-[:SUBSIDIARY_OF]->(upper)
  WITH DISTINCT lower, upper
  RETURN {id: lower.id, aboveId: upper.id}
}
