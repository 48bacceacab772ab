// Reads what is mostly shown of the committees of these deals: who sits on them now, or only those who did once.
// $ids: list of text
// $former: boolean
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (d:Deal {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    MATCH (d)<-[:ON]-(m) WHERE (m.until IS NOT NULL) = $former
    WITH m ORDER BY m.id
    MATCH (m)<-[:SITS_AS]-(p)
    WITH m, p, p AS g
    RETURN m {.id, dealId: of, .until, .stance, .influence, .access, .awareness,
      party: CASE WHEN p:Group THEN {{group}} ELSE {{person.brief}} END,
      roles: [n IN range(0, size(m.roles) - 1) |
        {id: m.roleIds[n], memberId: m.id, role: m.roles[n], certainty: m.roleCertainties[n]}]}
  }}
}
