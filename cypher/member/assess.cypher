// Writes what was judged of members, and keeps in step how they stand: each judgement as the latest assessment naming it says.
// $assessments: list of maps of properties, the member's id among them
UNWIND $assessments AS one
MATCH (m:Member {workspace: $workspace, id: one.memberId})
CREATE (m)-[:ASSESSED]->(s:Assessment)
SET s = one, s.workspace = $workspace
WITH DISTINCT m
MATCH (m)-[:ASSESSED]->(s)
WITH m, s ORDER BY s.at, s.id
WITH m, collect(s) AS all
SET m.stance = [s IN all WHERE 'stance' IN s.named | s.stance][-1],
  m.influence = [s IN all WHERE 'influence' IN s.named | s.influence][-1],
  m.access = [s IN all WHERE 'access' IN s.named | s.access][-1],
  m.awareness = [s IN all WHERE 'awareness' IN s.named | s.awareness][-1],
  m.favours = [s IN all WHERE 'favours' IN s.named | s.favours][-1],
  m.assessedAt = all[-1].at,
  m.version = m.version + 1
