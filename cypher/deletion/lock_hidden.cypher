// Locks a thing that a deletion hid until the transaction ends, and tells its version, the deletion, where it starts, and whether what it hangs on is
// hidden by another one.
// $id: text
// => kind, id, version, deletion, hangsOnHidden, startsAt
MATCH (n:DeletedAccount|DeletedPerson|DeletedGroup|DeletedDeal|DeletedProduct|DeletedInteraction|DeletedNeed|DeletedObjection {workspace: $workspace, id: $id})
SET n.lock = true
WITH n WHERE n.deletion IS NOT NULL
RETURN {kind: substring(labels(n)[0], 7), id: n.id, version: n.version, deletion: n.deletion, startsAt: n.id, hangsOnHidden: EXISTS {
  MATCH (n)-[r]-(holder) WHERE type(r) IN ['DELETED_HAS_DEAL', 'DELETED_PART_OF', 'DELETED_HOLDS', 'DELETED_RAISED']
    AND holder.deletion IS NOT NULL AND NOT n:DeletedAccount
}}
