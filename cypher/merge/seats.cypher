// Reads the places on committees that people have or had, hidden ones too.
// $ids: list of text
// => id, version, partyId, dealId, accountId, deletion, since, until, mergedIds, roles, evaluations, stated
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (p:Person {workspace: $workspace, id: id})-[s]->(m)-[on]->(d)
  WHERE type(s) IN ['SITS_AS', 'DELETED_SITS_AS'] AND type(on) IN ['ON', 'DELETED_ON']
  RETURN m {.id, .version, partyId: id, dealId: d.id, accountId: d.accountId, .deletion, .since, .until, mergedIds: coalesce(m.mergedIds, []),
    roles: COLLECT { MATCH (m)-[:PLAYS]->(r) RETURN r {.id, .version, .role, .certainty, .since, .until, .source} ORDER BY r.id },
    evaluations: COLLECT { MATCH (d)-[:EVALUATED_AS]->(e) WHERE e.memberId = m.id RETURN e {.id, .at} },
    stated: COLLECT { MATCH (m)-[:HOLDS|RAISED]->(x) RETURN x {kind: replace(labels(x)[0], 'Deleted', ''), .id, .version} ORDER BY x.id }}
}
