// Reads what each of these external references names; hidden things are told apart by their label.
// $refs: list of maps {system, key}
// => system, key, kind, entityId, hidden
RETURN COLLECT {
  UNWIND $refs AS ref
  MATCH (e:ExternalRef {workspace: $workspace, system: ref.system, key: ref.key})-[:NAMES]->(n)
  WITH e, labels(n)[0] AS label
  RETURN {system: e.system, key: e.key, kind: replace(label, 'Deleted', ''), entityId: e.entityId, hidden: label STARTS WITH 'Deleted'}
}
