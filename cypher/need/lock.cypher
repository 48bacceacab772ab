// Locks the member of a need until the transaction ends, and reads the need as it stands then.
// $id: text
// => id, version, needKind, text, priority, needStatus, memberId, dealId, openedAt, closedAt
MATCH (n:Need {workspace: $workspace, id: $id})<-[:HOLDS]-(m)
SET m.lock = true
WITH n WHERE n.deletion IS NULL
RETURN {{need}}
