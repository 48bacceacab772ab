// Writes other texts into things, ties, Changes and kept answers.
// $rows: list of maps {kind, of, id, fields}: `of` is a tie's person or team member
UNWIND $rows AS row
CALL (row) {
  MATCH (n:Interaction|Person|Assessment|RoleAssignment|Need|Objection|PurchaseEvaluation|PhaseVisit|StageVisit|Deal|Group|DeletedInteraction|DeletedPerson|DeletedAssessment|DeletedRoleAssignment|DeletedNeed|DeletedObjection|DeletedPurchaseEvaluation|DeletedPhaseVisit|DeletedStageVisit|DeletedDeal|DeletedGroup {workspace: $workspace, id: row.id})
  WHERE row.kind = 'Node'
  SET n += row.fields
}
CALL (row) {
  MATCH (n:Person|DeletedPerson|TeamMember {workspace: $workspace, id: row.of})-[k]->() WHERE row.kind = 'Tie' AND k.id = row.id
  SET k += row.fields
}
CALL (row) {
  MATCH (c:Change {workspace: $workspace, id: row.id}) WHERE row.kind = 'Change'
  SET c += row.fields
}
CALL (row) {
  MATCH (o:Outcome {workspace: $workspace, scope: row.id}) WHERE row.kind = 'Outcome'
  SET o += row.fields
}
