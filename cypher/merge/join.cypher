// Writes that the relationships of people or accounts are those of another one, less the ones that go; and in what they are a field of, who that is.
// $id: text, of the one that stays
// $ids: list of text
// $fates: map of text to {goes, properties}, by relationship: whether it goes, and the properties that it has from now on beside the others
MATCH (keep:Person|Account {workspace: $workspace, id: $id})
CALL (keep) {
  UNWIND $ids + [$id] AS id
  MATCH (n:Person|Account {workspace: $workspace, id: id})-[k]-() WHERE $fates[elementId(k)].goes
  WITH DISTINCT k
  DELETE k
}
CALL (keep) {
  MATCH (keep)-[k]-() WHERE $fates[elementId(k)] IS NOT NULL
  SET k += $fates[elementId(k)].properties
}
CALL (keep) {
  UNWIND $ids AS id
  MATCH (n:Person|Account {workspace: $workspace, id: id})-[k]-(other)
  WITH keep, k, other, startNode(k) = n AS leaves, type(k) AS kind, properties(k) AS held, $fates[elementId(k)].properties AS changed
  DELETE k
  WITH other, kind, held, changed, leaves, CASE WHEN leaves THEN keep ELSE other END AS from, CASE WHEN leaves THEN other ELSE keep END AS to
  CREATE (from)-[moved:$(kind)]->(to)
  SET moved = held
  SET moved += coalesce(changed, {})
  FOREACH (_ IN CASE WHEN kind = 'NAMES' THEN [1] ELSE [] END | SET other.entityId = $id)
  FOREACH (_ IN CASE WHEN kind IN ['HAS_DEAL', 'DELETED_HAS_DEAL', 'PART_OF', 'DELETED_PART_OF'] THEN [1] ELSE [] END |
    SET other.accountId = $id, other.version = other.version + 1)
  FOREACH (_ IN CASE WHEN kind IN ['SUBSIDIARY_OF', 'DELETED_SUBSIDIARY_OF'] AND NOT leaves THEN [1] ELSE [] END |
    SET other.version = other.version + 1)
}
