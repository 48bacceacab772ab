// Reads the members with these ids, former ones too.
// $ids: list of text
// => id, version, dealId, since, until, createdAt, stance, influence, access, awareness, favours, assessedAt, party, roles
RETURN COLLECT { UNWIND $ids AS id MATCH (m:Member {workspace: $workspace, id: id}) RETURN {{member}} }
