// Writes roles that members begin to play, and keeps the members in step.
// $roles: list of maps of properties, the ids of the member and of the phases among them
UNWIND $roles AS one
MATCH (m:Member {workspace: $workspace, id: one.memberId})
CREATE (m)-[:PLAYS]->(r:RoleAssignment)
SET r = one, r.workspace = $workspace, r.version = 1, r.openKey = CASE WHEN one.until IS NULL THEN m.id + '|' + one.role END
WITH m, r
CALL (r) {
  UNWIND r.phaseIds AS phase_id
  MATCH (phase:Phase {workspace: $workspace, id: phase_id})
  CREATE (r)-[:MATTERS_IN]->(phase)
}
WITH DISTINCT m
SET m.version = m.version + 1
WITH m
{{member.playing}}
