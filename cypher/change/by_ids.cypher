// Reads the Changes with these ids.
// $ids: list of text
// => id, seq, at, actor, action, entityType, entityId, entityVersion, account, deal, fields, informs
RETURN COLLECT { UNWIND $ids AS id MATCH (c:Change {workspace: $workspace, id: id}) RETURN {{change}} }
