// Reads a page of the people with a post at each of these accounts, each once, with the posts there.
// $ids: list of text
// $day: day on which the posts hold, or null for the current ones
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Account {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page p of parent: MATCH (parent)<-[w:WORKS_AT]-(p) WHERE {{post.holding}}
    WITH DISTINCT p WHERE p.workspace = $workspace}}
    RETURN {person: {{person}}, posts: COLLECT {
      MATCH (p)-[w:WORKS_AT]->(parent) WHERE {{post.holding}}
      RETURN {{post}} AS shown ORDER BY w.primary DESC, coalesce(w.since, '') DESC, w.id
    }}
  }}
}
