// Reads whom the members of these deals stand for, the ties among those people, and the ties beyond that sway them or lead up from them.
// $ids: list of text
// $day: day on which it held, or null for now
// $at: moment of that day, or null; a deal that was not there yet has no members
// $steps: whole number, how many ties of a committee are looked at
// => of, seats, ties, beyond
RETURN COLLECT {
  UNWIND $ids AS of
  MATCH (d:Deal {workspace: $workspace, id: of})
  WITH of, COLLECT {
    MATCH (d)<-[:ON]-(m)<-[:SITS_AS]-(x)
    WHERE coalesce(d.createdAt <= $at, true) AND CASE WHEN $day IS NULL THEN m.until IS NULL ELSE coalesce(m.since <= $day, true) AND coalesce($day < m.until, true) END
    WITH m, x ORDER BY m.id
    RETURN {member: m.id, people: CASE WHEN x:Person THEN [x] ELSE COLLECT { MATCH (x)<-[b:BELONGS_TO]-(p) WHERE {{network.belonging}} RETURN p } END}
  } AS seats
  WITH of, seats, COLLECT { UNWIND seats AS seat UNWIND seat.people AS p RETURN DISTINCT p } AS people
  RETURN {
    of: of,
    seats: [seat IN seats | {member: seat.member, people: [p IN seat.people | p.id]}],
    ties: COLLECT {
      UNWIND people AS p
      MATCH (p)-[k:REPORTS_TO|INFLUENCES|CONFLICTS_WITH|KNOWS|CONTROLS_ACCESS_TO]->(q)
      WITH p, k, q LIMIT $steps
      WHERE q IN people AND {{network.holding}}
      RETURN [type(k), p.id, q.id, k.strength]
    },
    beyond: COLLECT {
      UNWIND people AS p
      MATCH (p)-[k:INFLUENCES]->(between)
      WITH p, k, between LIMIT $steps
      WHERE NOT between IN people AND {{network.holding}}
      MATCH (between)-[on:INFLUENCES]->(q)
      WITH p, k, between, on AS k2, q LIMIT $steps
      WHERE q IN people AND q <> p AND CASE WHEN $day IS NULL THEN k2.until IS NULL ELSE coalesce(k2.since <= $day, true) AND coalesce($day < k2.until, true) END
      UNWIND [[type(k), p.id, between.id, k.strength], [type(k2), between.id, q.id, k2.strength]] AS found
      RETURN DISTINCT found
    } + COLLECT {
      UNWIND people AS p
      MATCH (p)(()-[ks:REPORTS_TO WHERE {{network.upward}}]->()){1,40}()
      WITH ks[-1] AS k LIMIT $steps
      WITH DISTINCT k
      RETURN [type(k), startNode(k).id, endNode(k).id, k.strength]
    }
  }
}
