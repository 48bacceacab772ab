// Writes a role assignment's changed properties and its next version, and keeps its member in step.
// $id: text
// $fields: map of properties
// $phase_ids: list of text, or null where they stay
MATCH (r:RoleAssignment {workspace: $workspace, id: $id})<-[:PLAYS]-(m)
SET r += $fields, r.version = r.version + 1, r.phaseIds = coalesce($phase_ids, r.phaseIds)
WITH r, m
CALL (r) {
  MATCH (r)-[old:MATTERS_IN]->() WHERE $phase_ids IS NOT NULL
  DELETE old
}
CALL (r) {
  UNWIND $phase_ids AS phase_id
  MATCH (phase:Phase {workspace: $workspace, id: phase_id})
  CREATE (r)-[:MATTERS_IN]->(phase)
}
SET m.version = m.version + 1
WITH r, m
{{member.playing}}
RETURN r.version
