// Reads the groups with these ids.
// $ids: list of text
// => id, version, name, nameKey, groupKind, accountId
RETURN COLLECT { UNWIND $ids AS id MATCH (g:Group {workspace: $workspace, id: id}) RETURN {{group}} }
