// Reads the objections with these ids.
// $ids: list of text
// => id, version, objectionKind, text, objectionStatus, answer, phaseId, memberId, dealId, raisedAt, answeredAt, closedAt
RETURN COLLECT { UNWIND $ids AS id MATCH (o:Objection {workspace: $workspace, id: id}) RETURN {{objection}} }
