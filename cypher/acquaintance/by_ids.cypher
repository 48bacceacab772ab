// Reads the acquaintances with these ids.
// $ids: list of text
// => id, version, teamMemberId, personId, level, wantedLevel, note, since, until
RETURN COLLECT { UNWIND $ids AS id MATCH ()-[v:COVERS {workspace: $workspace, id: id}]->() USING INDEX SEEK v:COVERS(workspace, id) RETURN {{acquaintance}} }
