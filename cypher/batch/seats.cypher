// Reads the places that these parties have or had on these deals, with every role ever played there. The caller holds the workspace's lock, so that nobody else's write can end meanwhile.
// $deal_ids: list of text
// $party_ids: list of text
// => id, version, dealId, partyId, until, stance, influence, roles
UNWIND $deal_ids AS deal_id
MATCH (d:Deal {workspace: $workspace, id: deal_id})<-[:ON]-(m)<-[:SITS_AS]-(party)
WHERE party.id IN $party_ids
RETURN collect(m {.id, .version, .dealId, partyId: party.id, .until, .stance, .influence,
  roles: COLLECT { MATCH (m)-[:PLAYS]->(r) RETURN {{member.role}} ORDER BY r.id }})
