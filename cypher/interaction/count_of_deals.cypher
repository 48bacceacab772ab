// Reads how many interactions there are about each of these deals, up to 10,000.
// $ids: list of text
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Deal {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT { MATCH (parent)<-[:ABOUT]-(i) RETURN i LIMIT 10000 }}
}
