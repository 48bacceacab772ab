// Locks an interaction until the transaction ends, and reads it as it stands then.
// $id: text
// => id, version, interactionKind, at, minutes, initiatedByUs, sentiment, summary, dealId, personIds, teamMemberIds
MATCH (i:Interaction {workspace: $workspace, id: $id})
SET i.lock = true
WITH i WHERE i.deletion IS NULL
RETURN {{interaction}}
