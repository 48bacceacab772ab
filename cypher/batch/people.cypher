// Reads these people. The caller holds the workspace's lock, so that nobody else's write can end meanwhile.
// $ids: list of text
// => id, version, createdAt, updatedAt, name, nameKey, email, phone, locale, preferences, notes, tags, isPlaceholder, isErased, title, department, seniority, employerId
UNWIND $ids AS id
MATCH (p:Person {workspace: $workspace, id: id})
RETURN collect({{person}})
