// Writes that people or accounts are gone of whom another one has everything; that one's changed properties and its next version, which is told.
// $id: text, of the one that stays
// $ids: list of text
// $gone: list of text, all that it stands for from now on
// $at: moment
// $fields: map of properties
MATCH (keep:Person|Account {workspace: $workspace, id: $id})
CALL (keep) {
  UNWIND $ids AS id
  MATCH (n:Person|Account {workspace: $workspace, id: id})
  WITH keep, n, coalesce(n.mergedIds, []) AS before
  SET n = {workspace: $workspace, id: n.id, deletion: $id}, n:Merged
  REMOVE n:Person:Account
  SET keep.mergedIds = coalesce(keep.mergedIds, []) + before
}
SET keep += $fields, keep.mergedIds = coalesce(keep.mergedIds, []) + $gone, keep.version = keep.version + 1, keep.updatedAt = $at
RETURN keep.version
