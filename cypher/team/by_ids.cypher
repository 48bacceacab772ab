// Reads the team members with these ids.
// $ids: list of text
// => id, version, name, nameKey, email, subject, permission, isActive
RETURN COLLECT { UNWIND $ids AS id MATCH (t:TeamMember {workspace: $workspace, id: id}) RETURN {{team}} }
