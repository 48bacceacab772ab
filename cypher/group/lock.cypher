// Locks a group until the transaction ends, and reads it as it stands then.
// $id: text
// => id, version, name, nameKey, groupKind, accountId
MATCH (g:Group {workspace: $workspace, id: $id})
SET g.lock = true
WITH g WHERE g.deletion IS NULL
RETURN {{group}}
