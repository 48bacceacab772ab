// Reads who of us knows each of these people now, the best acquainted first.
// $ids: list of text
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (p:Person {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    MATCH (p)<-[v:COVERS]-() WHERE v.until IS NULL
    RETURN {{acquaintance}} ORDER BY v.level DESC, v.id
  }}
}
