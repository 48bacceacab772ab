// Reads who belongs to a group now, and since when.
// $id: text
// => personId, since
RETURN COLLECT {
  MATCH (g:Group {workspace: $workspace, id: $id})<-[b:BELONGS_TO]-(p) WHERE b.until IS NULL
  RETURN {personId: p.id, since: b.since} ORDER BY p.id
}
