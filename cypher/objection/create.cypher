// Writes what members object, each in a phase where it has one, and raises the members' versions.
// $objections: list of maps of properties, the ids of the member and of the phase among them
UNWIND $objections AS one
MATCH (m:Member {workspace: $workspace, id: one.memberId})
CREATE (m)-[:RAISED]->(o:Objection)
SET o = one, o.workspace = $workspace, o.version = 1, m.version = m.version + 1
WITH o
MATCH (phase:Phase {workspace: $workspace, id: o.phaseId})
CREATE (o)-[:IN]->(phase)
