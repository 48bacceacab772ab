// Locks things until the transaction ends, and reads them as they stand then.
// $ids: list of text, sorted
// => id, version, createdAt, updatedAt, name, nameKey, email, phone, locale, preferences, notes, tags, isPlaceholder, isErased, title, department, seniority, employerId
UNWIND $ids AS id
MATCH (p:Person {workspace: $workspace, id: id})
SET p.lock = true
RETURN collect({{person}})
