// Reads who of us looks after each of these accounts, and as what.
// $ids: list of text
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (a:Account {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    MATCH (a)<-[x:MANAGES]-(t)
    RETURN {function: x.function, member: {{team}}} ORDER BY t.nameKey, t.id
  }}
}
