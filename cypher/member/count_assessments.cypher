// Reads how often each of these members was judged.
// $ids: list of text
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Member {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT { (parent)-[:ASSESSED]->() }}
}
