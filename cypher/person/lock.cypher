// Locks a person until the transaction ends, and reads it as it stands then.
// $id: text
// => id, version, createdAt, updatedAt, name, nameKey, email, phone, locale, preferences, notes, tags, isPlaceholder, isErased, title, department, seniority, employerId
MATCH (p:Person {workspace: $workspace, id: $id})
SET p.lock = true
WITH p WHERE p.deletion IS NULL
RETURN {{person}}
