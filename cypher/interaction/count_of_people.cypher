// Reads how many interactions there are in which each of these people took part, up to 10,000.
// $ids: list of text
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Person {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT { MATCH (parent)-[:TOOK_PART_IN]->(i) RETURN i LIMIT 10000 }}
}
