// Reads the names of the accounts with these ids.
// $ids: list of text
// => id, name
RETURN COLLECT { UNWIND $ids AS id MATCH (a:Account {workspace: $workspace, id: id}) RETURN a {.id, .name} }
