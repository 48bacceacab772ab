// Locks a post until the transaction ends, and reads it as it stands then. The caller holds the person's lock.
// $id: text
// => id, version, personId, accountId, title, department, seniority, usualRoles, since, until, isPrimary
MATCH ()-[w:WORKS_AT {workspace: $workspace, id: $id}]->() USING INDEX SEEK w:WORKS_AT(workspace, id)
SET w.lock = true
WITH w WHERE w.id IS NOT NULL
RETURN {{post}}
