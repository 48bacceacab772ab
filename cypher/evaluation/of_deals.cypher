// Reads how the purchase of each of these deals was judged, newest first.
// $ids: list of text
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (d:Deal {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT { MATCH (d)-[:EVALUATED_AS]->(e) RETURN {{evaluation}} ORDER BY e.at DESC, e.id DESC }}
}
