// Reads who stands within four ties before these people and groups, as far as routes to them may lead, and all that holds among them.
// $ids: list of text, people and groups
// $accounts: list of text, whose people and whose open deals' people are read too
// $day: day on which the ties hold, or null for the current ones
// $most: whole number, how many people a ring or a circle may have
// $steps: whole number, how many ties are looked at from one ring to the next, and among all
// => settings, targets, circles, people, ties, covers, truncated
MATCH (own:Workspace {id: $workspace})
CALL () {
  UNWIND $ids AS id
  MATCH (x:Person|Group {workspace: $workspace, id: id})
  RETURN collect({of: id, people: COLLECT {
    WITH x WHERE x:Person RETURN x AS p
    UNION ALL
    MATCH (x)<-[b:BELONGS_TO]-(p) WHERE {{network.belonging}} RETURN p LIMIT $most
  }}) AS targets
}
CALL () {
  UNWIND $accounts AS id
  MATCH (a:Account {workspace: $workspace, id: id})
  RETURN collect({of: id, people: COLLECT {
    MATCH (a)<-[w:WORKS_AT]-(p) WHERE {{post.holding}} RETURN p LIMIT $most
    UNION
    MATCH (a)-[:HAS_DEAL]->(d)<-[:ON]-(m)<-[:SITS_AS]-(x) WHERE {{network.standing}}
    WITH DISTINCT x LIMIT $most
    CALL (x) {
      WITH x WHERE x:Person RETURN x AS p
      UNION ALL
      MATCH (x)<-[b:BELONGS_TO]-(p) WHERE {{network.belonging}} RETURN p
    }
    RETURN p LIMIT $most
  }}) AS circles
}
WITH own, targets, circles, reduce(all = [], one IN targets | all + one.people) AS ring
WITH own, targets, circles, ring, ring AS seen, false AS cut
{{network.ring}}
{{network.ring}}
{{network.ring}}
{{network.ring}}
CALL (seen, circles) {
  UNWIND reduce(all = seen, one IN circles | all + one.people) AS p
  WITH DISTINCT p
  RETURN collect(p) AS people
}
WITH *, COLLECT {
  UNWIND people AS p
  MATCH (p)-[k:KNOWS|REPORTS_TO|INFLUENCES|CONTROLS_ACCESS_TO]->(q)
  WITH p, k, q LIMIT $steps
  WHERE {{network.holding}} AND q IN people
  RETURN [type(k), p.id, q.id, k.strength]
} AS ties
RETURN {
  settings: own.settings,
  targets: [one IN targets | {of: one.of, people: [p IN one.people | p.id]}],
  circles: [one IN circles | {of: one.of, people: [p IN one.people | p.id]}],
  people: [p IN people | p.id],
  ties: ties,
  covers: COLLECT { UNWIND people AS p MATCH (p)<-[v:COVERS]-(t) WHERE v.until IS NULL AND t.isActive RETURN [t.id, p.id, v.level] },
  truncated: cut OR size(ties) >= $steps
}
