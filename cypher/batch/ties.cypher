// Reads all ties that start or end at these people, former ones included. The caller holds the workspace's lock.
// $ids: list of text
// => id, version, relationshipKind, fromId, toId, strength, certainty, note, since, until
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (p:Person {workspace: $workspace, id: id})-[k:REPORTS_TO|INFLUENCES|CONFLICTS_WITH|KNOWS|CONTROLS_ACCESS_TO]-(:Person)
  WITH DISTINCT k
  RETURN {{tie}}
}
