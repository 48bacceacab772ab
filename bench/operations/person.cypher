CYPHER 5
MATCH (p:Person {workspace: $workspace, id: $id})
RETURN {person: p {
  .id, .name, .email,
  title: COLLECT { MATCH (p)-[w:WORKS_AT {primary: true}]->() WHERE w.until IS NULL RETURN w.title }[0],
  employments: COLLECT {
    MATCH (p)-[w:WORKS_AT]->(a) WHERE w.until IS NULL
    RETURN w {.title, .department, .since, account: a {.id, .name}} AS post ORDER BY w.primary DESC, coalesce(w.since, '') DESC, w.id
  },
  memberships: {nodes: COLLECT {
    MATCH (p)-[:SITS_AS]->(m)
    WITH m ORDER BY m.id DESC LIMIT 21
    RETURN m {
      .id, .stance, .influence,
      deal: COLLECT { MATCH (m)-[:ON]->(d) RETURN d {.id, .name, .status} }[0],
      roles: COLLECT { MATCH (m)-[:PLAYS]->(r) WHERE r.until IS NULL RETURN r {.id, .role, .certainty} AS role ORDER BY r.role }
    }
  }[..20]},
  relationships: {nodes: COLLECT {
    MATCH (p)-[k:REPORTS_TO|INFLUENCES|CONFLICTS_WITH|KNOWS|CONTROLS_ACCESS_TO]-() WHERE k.until IS NULL
    WITH k ORDER BY k.id LIMIT 21
    WITH k, startNode(k) AS one, endNode(k) AS other
    RETURN k {.id, relationshipKind: type(k), .strength, from: one {.id, .name}, to: other {.id, .name}}
  }[..20]}
}}
