// Reads all of the committees of these deals: who sits on them now, or only those who did once.
// $ids: list of text
// $former: boolean
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (d:Deal {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    MATCH (d)<-[:ON]-(m) WHERE (m.until IS NOT NULL) = $former
    WITH m ORDER BY m.id
    RETURN {{member}}
  }}
}
