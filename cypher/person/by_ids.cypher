// Reads the people with these ids.
// $ids: list of text
// => id, version, createdAt, updatedAt, name, nameKey, email, phone, locale, preferences, notes, tags, isPlaceholder, isErased, title, department, seniority, employerId
RETURN COLLECT { UNWIND $ids AS id MATCH (p:Person {workspace: $workspace, id: id}) RETURN {{person}} }
