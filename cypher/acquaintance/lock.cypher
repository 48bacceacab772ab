// Locks the current acquaintance of a team member with a person until the transaction ends, and reads it as it stands then.
// $open_key: text
// => id, version, teamMemberId, personId, level, wantedLevel, note, since, until
MATCH ()-[v:COVERS {workspace: $workspace, openKey: $open_key}]->()
SET v.lock = true
WITH v WHERE v.id IS NOT NULL
RETURN {{acquaintance}}
