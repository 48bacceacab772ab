// Reads the assessments that say how each of these members stands today, each naming only what no later one names.
// $ids: list of text
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (m:Member {workspace: $workspace, id: of})
  CALL (m) {
    UNWIND ['stance', 'influence', 'access', 'awareness', 'favours'] AS field
    CALL (m, field) { MATCH (m)-[:ASSESSED]->(s) WHERE field IN s.named RETURN s ORDER BY s.at DESC, s.id DESC LIMIT 1 }
    WITH s, collect(field) AS named ORDER BY s.at, s.id
    RETURN collect(s {.id, .memberId, named: named, .stance, .influence, .access, .awareness, .favours, .note, .by, .at}) AS items
  }
  RETURN {of: of, items: items}
}
