// Reads the posts of each of these people, the primary one first, then by their beginning, the latest first.
// $ids: list of text
// $day: day on which the posts hold, or null for the current ones
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (p:Person {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    MATCH (p)-[w:WORKS_AT]->() WHERE {{post.holding}}
    RETURN {{post}} AS shown ORDER BY w.primary DESC, coalesce(w.since, '') DESC, w.id
  }}
}
