// Reads a page of the interactions in which each of these people took part.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Person {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page i of parent: MATCH (parent)-[:TOOK_PART_IN]->(i)}}
    RETURN {{interaction}}
  }}
}
