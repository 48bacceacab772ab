// Reads the names of the deals with these ids, and how they stand.
// $ids: list of text
// => id, name, status
RETURN COLLECT { UNWIND $ids AS id MATCH (d:Deal {workspace: $workspace, id: id}) RETURN d {.id, .name, .status} }
