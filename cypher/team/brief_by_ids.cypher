// Reads the names of the team members with these ids.
// $ids: list of text
// => id, name
RETURN COLLECT { UNWIND $ids AS id MATCH (t:TeamMember {workspace: $workspace, id: id}) RETURN t {.id, .name} }
