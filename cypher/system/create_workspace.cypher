// Writes a workspace with its first administrator, and nothing where it already stands.
// $id: text
// $fields: map of properties
// $admin: map of properties
MERGE (w:Workspace {id: $id})
ON CREATE SET w += $fields, w.version = 1, w.changeSeq = 0, w.secret = randomUUID() + randomUUID(), w.fresh = true
WITH w, w.fresh AS fresh
REMOVE w.fresh
FOREACH (one IN CASE WHEN fresh THEN [$admin] ELSE [] END | CREATE (t:TeamMember) SET t = one, t.workspace = w.id, t.version = 1)
RETURN fresh IS NOT NULL
