// Reads of each of these parties, or of these members, on which deals they sit, and who plays which roles there. Of a party: its open deals.
// $ids: list of text, people, groups and members
// $day: day on which members, roles and groups are as they are told, or null for now; deals are open now
// => of, party, people, accounts, deals, players
RETURN COLLECT {
  UNWIND $ids AS of
  MATCH (x:Person|Group|Member {workspace: $workspace, id: of})
  CALL (x) {
    MATCH (x:Member)<-[:SITS_AS]-(party) RETURN party
    UNION
    WITH x WHERE NOT x:Member RETURN x AS party
  }
  WITH of, x, party, COLLECT {
    MATCH (x)-[:ON]->(d) RETURN d
    UNION
    MATCH (x)-[:SITS_AS]->(m)-[:ON]->(d) WHERE m.until IS NULL AND d.status = 'OPEN' RETURN d
    UNION
    MATCH (x)-[b:BELONGS_TO]->()-[:SITS_AS]->(m)-[:ON]->(d)
    WHERE {{network.belonging}} AND m.until IS NULL AND d.status = 'OPEN' RETURN d
  } AS deals
  RETURN {
    of: of,
    party: party.id,
    people: CASE WHEN party:Person THEN [party.id] ELSE COLLECT { MATCH (party)<-[b:BELONGS_TO]-(p) WHERE {{network.belonging}} RETURN p.id } END,
    accounts: [d IN deals | d.accountId] + CASE WHEN x:Person AND x.employerId IS NOT NULL THEN [x.employerId] ELSE [] END,
    deals: COLLECT { UNWIND deals AS d RETURN d.id ORDER BY d.id },
    players: COLLECT {
      UNWIND deals AS d
      MATCH (d)<-[:ON]-(m)<-[:SITS_AS]-(one)
      WHERE CASE WHEN $day IS NULL THEN m.until IS NULL ELSE coalesce(m.since <= $day, true) AND coalesce($day < m.until, true) END
      RETURN {dealId: d.id, party: one.id, roles: CASE WHEN $day IS NULL THEN m.roles ELSE COLLECT {
        MATCH (m)-[:PLAYS]->(r) WHERE coalesce(r.since <= $day, true) AND coalesce($day < r.until, true) RETURN DISTINCT r.role
      } END, people: CASE WHEN one:Person THEN [one.id]
        ELSE COLLECT { MATCH (one)<-[b:BELONGS_TO]-(p) WHERE {{network.belonging}} RETURN p.id } END}
    }
  }
}
