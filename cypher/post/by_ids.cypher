// Reads the posts with these ids.
// $ids: list of text
// => id, version, personId, accountId, title, department, seniority, usualRoles, since, until, isPrimary
RETURN COLLECT { UNWIND $ids AS id MATCH ()-[w:WORKS_AT {workspace: $workspace, id: id}]->() USING INDEX SEEK w:WORKS_AT(workspace, id) RETURN {{post}} }
