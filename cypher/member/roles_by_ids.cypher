// Reads the role assignments with these ids, ended ones too.
// $ids: list of text
// => id, version, memberId, dealId, role, phaseIds, since, until, certainty, confirmedAt, confirmedBy, source
RETURN COLLECT { UNWIND $ids AS id MATCH (r:RoleAssignment {workspace: $workspace, id: id}) RETURN {{member.role}} }
