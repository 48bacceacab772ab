// Reads what is mostly shown of a page of the places that each of these people and groups has or had on committees.
// $ids: list of text
// $status: text, the deal's, or null for any
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Person|Group {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page m of parent: MATCH (parent)-[:SITS_AS]->(m) WHERE ($status IS NULL OR EXISTS { (m)-[:ON]->(d) WHERE d.status = $status })}}
    WITH m, parent AS p, parent AS g
    RETURN m {.id, .dealId, .until, .stance, .influence, .access, .awareness,
      party: CASE WHEN p:Group THEN {{group}} ELSE {{person.brief}} END,
      roles: [n IN range(0, size(m.roles) - 1) | {id: m.roleIds[n], memberId: m.id, role: m.roles[n], certainty: m.roleCertainties[n]}]}
  }}
}
