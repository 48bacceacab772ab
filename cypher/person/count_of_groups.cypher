// Reads how many people are in each of these groups.
// $ids: list of text
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Group {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT { MATCH (parent)<-[b:BELONGS_TO]-(p) WHERE b.until IS NULL RETURN p LIMIT 10000 }}
}
