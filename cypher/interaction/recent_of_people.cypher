// Reads in which interactions each of these people took part from a moment on, oldest first.
// $ids: list of text
// $since: moment
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (p:Person {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    MATCH (p)-[k:TOOK_PART_IN]->(i) WHERE k.at >= $since
    RETURN i {.at, .initiatedByUs, interactionKind: i.kind} ORDER BY i.at, i.id
  }}
}
