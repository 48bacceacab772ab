// Writes what was judged of members, and keeps in step how they stand: each judgement as the latest assessment naming it says.
// $assessments: list of maps of properties, the member's id among them
UNWIND $assessments AS one
MATCH (m:Member {workspace: $workspace, id: one.memberId})
CREATE (m)-[:ASSESSED]->(s:Assessment)
SET s = one, s.workspace = $workspace
WITH DISTINCT m
SET m.version = m.version + 1
WITH m
{{member.judged}}
