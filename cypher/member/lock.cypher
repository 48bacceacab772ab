// Locks a member until the transaction ends, and reads it as it stands then.
// $id: text
// => id, version, dealId, since, until, createdAt, stance, influence, access, awareness, favours, assessedAt, party, roles
MATCH (m:Member {workspace: $workspace, id: $id})
SET m.lock = true
WITH m WHERE m.deletion IS NULL
RETURN {{member}}
