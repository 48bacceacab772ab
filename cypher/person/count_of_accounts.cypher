// Reads how many fitting people have a post at each of these accounts.
// $ids: list of text
// $day: day on which the posts hold, or null for the current ones
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Account {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT {
    {{where p of parent: MATCH (parent)<-[w:WORKS_AT]-(p) WHERE {{post.holding}}}}
    WITH DISTINCT p LIMIT 10000
    RETURN p
  }}
}
