// Locks the member of an objection until the transaction ends, and reads the objection as it stands then.
// $id: text
// => id, version, objectionKind, text, objectionStatus, answer, phaseId, memberId, dealId, raisedAt, answeredAt, closedAt
MATCH (o:Objection {workspace: $workspace, id: $id})<-[:RAISED]-(m)
SET m.lock = true
WITH o WHERE o.deletion IS NULL
RETURN {{objection}}
