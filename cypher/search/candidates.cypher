// Reads what may be meant by a text, which is folded as names are stored. Lucene's scores know other workspaces, so nothing is ordered by them.
// $text: text
// $worded: text, a query of Lucene's
// $near: text, likewise
// $limit: whole number, how many each query gives
// => begun, worded, near
CALL () {
  CALL () {
    MATCH (n:Account {workspace: $workspace}) USING INDEX SEEK n:Account(workspace, nameKey, id)
    WHERE n.nameKey STARTS WITH $text AND n.id IS NOT NULL
    RETURN n ORDER BY n.workspace, n.nameKey, n.id LIMIT 100
    UNION ALL
    MATCH (n:Person {workspace: $workspace}) USING INDEX SEEK n:Person(workspace, nameKey, id)
    WHERE n.nameKey STARTS WITH $text AND n.id IS NOT NULL
    RETURN n ORDER BY n.workspace, n.nameKey, n.id LIMIT 100
    UNION ALL
    MATCH (n:Group {workspace: $workspace}) USING INDEX SEEK n:Group(workspace, nameKey, id)
    WHERE n.nameKey STARTS WITH $text AND n.id IS NOT NULL
    RETURN n ORDER BY n.workspace, n.nameKey, n.id LIMIT 100
    UNION ALL
    MATCH (n:Deal {workspace: $workspace}) USING INDEX SEEK n:Deal(workspace, nameKey, id)
    WHERE n.nameKey STARTS WITH $text AND n.id IS NOT NULL
    RETURN n ORDER BY n.workspace, n.nameKey, n.id LIMIT 100
  }
  RETURN collect({{search.found}}) AS begun
}
CALL () {
  CALL db.index.fulltext.queryNodes('words', $worded, {limit: $limit}) YIELD node AS n
  WHERE n.workspace = $workspace AND n.id IS NOT NULL
  RETURN collect({{search.found}}) AS worded
}
CALL () {
  CALL db.index.fulltext.queryNodes('words', $near, {limit: $limit}) YIELD node AS n
  WHERE n.workspace = $workspace AND n.id IS NOT NULL
  RETURN collect({{search.found}}) AS near
}
RETURN {begun: begun, worded: worded, near: near}
