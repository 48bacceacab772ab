// Reads who sits on the committees of these deals now, with their people, the ties among them, and whom of them we know.
// $ids: list of text
// $kinds: list of text
// $day: null, for what holds now
// $steps: whole number, how many ties are looked at
// => of, members, drawn
RETURN COLLECT {
  UNWIND $ids AS of MATCH (d:Deal {workspace: $workspace, id: of})
  WITH of, COLLECT { MATCH (d)<-[:ON]-(m) WHERE m.until IS NULL WITH m ORDER BY m.id MATCH (m)<-[:SITS_AS]-(x) RETURN [m, x] } AS seats
  WITH of, seats, [seat IN seats | seat[1]] AS parties
  {{network.drawn}}
  RETURN {of: of, drawn: drawn, members: COLLECT {
    UNWIND seats AS seat
    WITH seat[0] AS m, seat[1] AS p, seat[1] AS g
    RETURN m {.id, dealId: of, .until, .stance, .influence, .access, .awareness,
      party: CASE WHEN p:Group THEN {{group}} ELSE {{person.brief}} END,
      roles: [n IN range(0, size(m.roles) - 1) | {id: m.roleIds[n], memberId: m.id, role: m.roles[n], certainty: m.roleCertainties[n]}]}
  }}
}
