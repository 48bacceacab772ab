// Reads all that is held about a person, hidden things about them included.
// $id: text
MATCH (p:Person {workspace: $workspace, id: $id})
RETURN p {.id, .createdAt, .updatedAt, .name, .email, .phone, .locale, .preferences, .notes, .tags, .isPlaceholder, .isErased,
  externalRefs: COLLECT { MATCH (e:ExternalRef {workspace: $workspace, entityId: p.id}) RETURN e {.system, .key} ORDER BY e.system, e.key },
  employments: COLLECT { MATCH (p)-[k]->(a) WHERE type(k) IN ['WORKS_AT', 'DELETED_WORKS_AT']
    RETURN k {.id, account: a.name, .title, .department, .seniority, .usualRoles, .since, .until, isPrimary: k.primary} ORDER BY k.id },
  groups: COLLECT { MATCH (p)-[k]->(g) WHERE type(k) IN ['BELONGS_TO', 'DELETED_BELONGS_TO'] RETURN {id: g.id, name: g.name, since: k.since, until: k.until} ORDER BY g.id },
  relationships: COLLECT { MATCH (p)-[k]-(other) WHERE other.nameKey IS NOT NULL AND k.certainty IS NOT NULL
    RETURN k {.id, kind: replace(type(k), 'DELETED_', ''), from: startNode(k).name, to: endNode(k).name, .strength, .certainty, .note, .since, .until} ORDER BY k.id },
  acquaintances: COLLECT { MATCH (p)<-[k]-(t:TeamMember) WHERE type(k) IN ['COVERS', 'DELETED_COVERS']
    RETURN k {.id, teamMember: t.name, .level, .wantedLevel, .note, .since, .until} ORDER BY k.id },
  memberships: COLLECT { MATCH (p)-[sits]->(m)-[o]->(d) WHERE type(sits) IN ['SITS_AS', 'DELETED_SITS_AS'] AND type(o) IN ['ON', 'DELETED_ON']
    RETURN m {.id, deal: d.name, .since, .until, .stance, .influence, .access, .awareness, .favours,
      roles: COLLECT { MATCH (m)-[k]->(r) WHERE type(k) IN ['PLAYS', 'DELETED_PLAYS'] RETURN r {.id, .role, .since, .until, .certainty, .source} ORDER BY r.id },
      assessments: COLLECT { MATCH (m)-[k]->(s) WHERE type(k) IN ['ASSESSED', 'DELETED_ASSESSED'] RETURN s {.id, .named, .stance, .influence, .access, .awareness, .favours, .note, .at} ORDER BY s.at, s.id },
      needs: COLLECT { MATCH (m)-[k]->(n) WHERE type(k) IN ['HOLDS', 'DELETED_HOLDS'] RETURN n {.id, .kind, .text, .priority, .status} ORDER BY n.id },
      objections: COLLECT { MATCH (m)-[k]->(n) WHERE type(k) IN ['RAISED', 'DELETED_RAISED'] RETURN n {.id, .kind, .text, .status, .answer, .raisedAt, .answeredAt} ORDER BY n.id },
      evaluations: COLLECT { MATCH (d)-[:EVALUATED_AS]->(e) WHERE e.memberId = m.id RETURN e {.id, .problemSolved, .workingTogether, .promisesKept, .valueForMoney, .willContinue, .continueBecause, .note, .at} ORDER BY e.id }
    } ORDER BY m.id },
  interactions: COLLECT { MATCH (p)-[k]->(i) WHERE type(k) IN ['TOOK_PART_IN', 'DELETED_TOOK_PART_IN']
    RETURN i {.id, .kind, .at, .minutes, .initiatedByUs, .sentiment, .summary} ORDER BY i.at, i.id },
  changes: COLLECT { MATCH (c:Change {workspace: $workspace, entityId: p.id}) USING INDEX SEEK c:Change(workspace, entityId, seq) WHERE c.seq > 0
    RETURN c {.seq, .at, .action, .fields} ORDER BY c.seq }
}
