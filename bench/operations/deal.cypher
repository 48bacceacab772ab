CYPHER 5
MATCH (d:Deal {workspace: $workspace, id: $id})<-[:HAS_DEAL]-(a)
OPTIONAL MATCH (d)<-[:OWNS]-(t)
RETURN {deal: d {
  .id, .name, .status, .expectedCloseOn, amount: d {.amount, .currency}, account: a {.id, .name}, owner: t {.id, .name},
  committee: {members: COLLECT {
    MATCH (d)<-[:ON]-(m) WHERE m.until IS NULL
    WITH m ORDER BY m.id
    RETURN m {
      .id, .stance, .influence, .access, .awareness,
      party: COLLECT { MATCH (m)<-[:SITS_AS]-(p) RETURN p {__typename: labels(p)[0], .id, .name} }[0],
      roles: COLLECT { MATCH (m)-[:PLAYS]->(r) WHERE r.until IS NULL RETURN r {.id, .role, .certainty} AS role ORDER BY r.role }
    }
  }}
}}
