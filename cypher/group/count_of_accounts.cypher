// Reads how many groups each of these accounts has.
// $ids: list of text
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Account {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT { MATCH (parent)<-[:PART_OF]-(g) RETURN g LIMIT 10000 }}
}
