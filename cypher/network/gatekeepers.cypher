// Reads who controls the access to each of these people now, the strongest first.
// $ids: list of text
// => of, people
RETURN COLLECT {
  UNWIND $ids AS of MATCH (p:Person {workspace: $workspace, id: of})
  RETURN {of: of, people: COLLECT {
    MATCH (p)<-[k:CONTROLS_ACCESS_TO]-(keeper) WHERE k.until IS NULL
    RETURN keeper.id ORDER BY coalesce(k.strength, 0) DESC, keeper.id
  }}
}
