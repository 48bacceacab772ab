// Reads the needs with these ids.
// $ids: list of text
// => id, version, needKind, text, priority, needStatus, memberId, dealId, openedAt, closedAt
RETURN COLLECT { UNWIND $ids AS id MATCH (n:Need {workspace: $workspace, id: id}) RETURN {{need}} }
