// Writes other texts into interactions, Changes and kept answers.
// $rows: list of maps {kind, id, text}
UNWIND $rows AS row
CALL (row) {
  MATCH (i:Interaction|DeletedInteraction {workspace: $workspace, id: row.id}) WHERE row.kind = 'Interaction'
  SET i.summary = row.text
}
CALL (row) {
  MATCH (c:Change {workspace: $workspace, id: row.id}) WHERE row.kind = 'Change'
  SET c.fields = row.text
}
CALL (row) {
  MATCH (o:Outcome {workspace: $workspace, scope: row.id}) WHERE row.kind = 'Outcome'
  SET o.answer = row.text
}
