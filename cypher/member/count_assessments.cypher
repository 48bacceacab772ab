// Reads how often each of these members was judged.
// $ids: list of text
// $at: moment up to which, or null for all
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Member {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT { (parent)-[:ASSESSED]->(s) WHERE $at IS NULL OR s.at <= $at }}
}
