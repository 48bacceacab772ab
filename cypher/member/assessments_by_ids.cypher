// Reads the assessments with these ids.
// $ids: list of text
// => id, memberId, named, stance, influence, access, awareness, favours, note, by, at
RETURN COLLECT { UNWIND $ids AS id MATCH (s:Assessment {workspace: $workspace, id: id}) RETURN {{member.assessment}} }
