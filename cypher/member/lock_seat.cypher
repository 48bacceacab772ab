// Locks the member that a party now is on a deal, and reads it as it stands then.
// $deal_id: text
// $party_id: text
// => id, version, dealId, since, until, createdAt, stance, influence, access, awareness, favours, assessedAt, party, roles
MATCH (m:Member {workspace: $workspace, openKey: $deal_id + '|' + $party_id})
SET m.lock = true
WITH m WHERE m.deletion IS NULL
RETURN {{member}}
