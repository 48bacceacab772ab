// Reads the roles that each of these phases expects, in the order in which they were named.
// $ids: list of text
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of
  MATCH (phase:Phase {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    MATCH (phase)-[:EXPECTS]->(one) WITH one ORDER BY one.position
    RETURN one {.role, .required, .goal, .weight, .buyClasses}
  }}
}
