CYPHER 5
MATCH (m:Member {workspace: $workspace, id: $memberId})
CREATE (m)-[:ASSESSED]->(s:Assessment)
SET s = $row, s.workspace = $workspace,
  m.stance = s.stance, m.influence = s.influence, m.assessedAt = s.at, m.version = m.version + 1
