// Reads who may stand on the maps of these accounts: their people, and whoever sits on the deals that are open then; with what decides who is left out.
// $ids: list of text
// $subsidiaries: boolean (whether those of the accounts below count too)
// $day: day on which it held, or null for now
// $most: whole number, how many people are looked at
// => of, people, members, truncated
RETURN COLLECT {
  UNWIND $ids AS of MATCH (a:Account {workspace: $workspace, id: of})
  WITH of, COLLECT { MATCH (a)(()<-[:SUBSIDIARY_OF]-()){0,10}(s) WHERE $subsidiaries OR s = a RETURN DISTINCT s } AS accounts
  WITH of, accounts, COLLECT {
    UNWIND accounts AS s MATCH (s)-[:HAS_DEAL]->(d)<-[:ON]-(m)<-[:SITS_AS]-(x)
    WHERE {{network.standing}}
    RETURN [m, x] LIMIT $most
  } AS seats
  WITH of, seats, COLLECT {
    UNWIND accounts AS s MATCH (s)<-[w:WORKS_AT]-(p) WHERE {{post.holding}} RETURN DISTINCT p LIMIT $most
  } AS employed, COLLECT {
    UNWIND seats AS seat
    WITH seat[0] AS m, seat[1] AS x
    CALL (x) {
      WITH x WHERE x:Person RETURN x AS p
      UNION ALL
      WITH x WHERE x:Group MATCH (x)<-[b:BELONGS_TO]-(p) WHERE {{network.belonging}} RETURN p
    }
    RETURN CASE WHEN size(m.roles) > 0 THEN [p] ELSE [null, p] END
  } AS seated
  WITH of, seats, employed, [one IN seated WHERE one[0] IS NOT NULL | one[0]] AS playing, [one IN seated | one[-1]] AS sitting
  RETURN {of: of, truncated: size(employed) >= $most OR size(seats) >= $most,
    members: [seat IN seats | {id: seat[0].id, party: seat[1].id, isGroup: seat[1]:Group}],
    people: COLLECT {
      UNWIND employed + sitting AS p
      WITH DISTINCT p
      RETURN {
        id: p.id,
        employed: p IN employed,
        playing: p IN playing,
        known: EXISTS { (p)<-[v:COVERS]-(t) WHERE v.until IS NULL AND t.isActive },
        ties: COUNT { (p)-[k:REPORTS_TO|INFLUENCES|CONFLICTS_WITH|KNOWS|CONTROLS_ACCESS_TO]-() WHERE {{network.holding}} },
        manager: COLLECT { MATCH (p)-[k:REPORTS_TO]->(up) WHERE {{network.holding}} RETURN up.id ORDER BY k.id LIMIT 1 }[0]
      }
    }}
}
