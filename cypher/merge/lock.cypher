// Locks people or accounts that become one until the transaction ends, with what is written when they do.
// $ids: list of text
UNWIND $ids AS id
MATCH (n:Person|Account {workspace: $workspace, id: id})
SET n.lock = true
WITH n
MATCH (n)-[r]-(other)
WHERE type(r) IN ['SITS_AS', 'DELETED_SITS_AS', 'HAS_DEAL', 'DELETED_HAS_DEAL', 'PART_OF', 'DELETED_PART_OF', 'SUBSIDIARY_OF', 'DELETED_SUBSIDIARY_OF']
SET other.lock = true
