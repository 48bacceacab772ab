// Reads who sits on the committees of these deals now, with their people, the ties among them, and whom of them we know.
// $ids: list of text
// $kinds: list of text, or null for ties of all kinds
// $day: null, for what holds now
// $steps: whole number, how many ties are looked at
// => of, members, drawn
RETURN COLLECT {
  UNWIND $ids AS of MATCH (d:Deal {workspace: $workspace, id: of})
  WITH of, COLLECT { MATCH (d)<-[:ON]-(m) WHERE m.until IS NULL WITH m ORDER BY m.id MATCH (m)<-[:SITS_AS]-(x) RETURN [m, x] } AS seats
  WITH of, seats, [seat IN seats | seat[1]] AS parties
  {{network.drawn}}
  RETURN {of: of, drawn: drawn, members: [seat IN seats | {
    id: seat[0].id, party: seat[1].id, roles: seat[0].roles, stance: seat[0].stance, influence: seat[0].influence, access: seat[0].access
  }]}
}
