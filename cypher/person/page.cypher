// Reads a page of the workspace's people.
// $limit: whole number
// => id, version, createdAt, updatedAt, name, nameKey, email, phone, locale, preferences, notes, tags, isPlaceholder, isErased, title, department, seniority, employerId
RETURN COLLECT {
  {{page p: MATCH (p:Person {workspace: $workspace})}}
  RETURN {{person}}
}
