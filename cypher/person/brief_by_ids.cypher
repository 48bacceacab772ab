// Reads what is mostly shown of the people with these ids.
// $ids: list of text
// => id, name, title, department, seniority, employerId
RETURN COLLECT { UNWIND $ids AS id MATCH (p:Person {workspace: $workspace, id: id}) RETURN {{person.brief}} }
