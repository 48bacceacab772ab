// Reads where one of these words stands in a text that somebody wrote, in the name of a deal or a group, in Changes, and in answers kept for
// repeated requests. It reads all of the workspace's, since nothing tells who is mentioned.
// $words: list of text in small letters
// $unmistakable: list of text in small letters, those that are looked for in names too
// $escaped: list of text, the words as JSON writes them
// => kind, of, id, property, text
RETURN COLLECT {
  MATCH (n:Interaction|Person|Assessment|RoleAssignment|Need|Objection|PurchaseEvaluation|PhaseVisit|StageVisit|Deal|DeletedInteraction|DeletedPerson|DeletedAssessment|DeletedRoleAssignment|DeletedNeed|DeletedObjection|DeletedPurchaseEvaluation|DeletedPhaseVisit|DeletedStageVisit|DeletedDeal {workspace: $workspace})
  WHERE n.id IS NOT NULL
  UNWIND ['summary', 'notes', 'note', 'source', 'text', 'answer', 'reason', 'closeReason'] AS property
  WITH n, property WHERE any(word IN $words WHERE toLower(n[property]) CONTAINS word)
  RETURN {kind: 'Node', of: null, id: n.id, property: property, text: n[property]} AS found
  UNION ALL
  MATCH (n:Deal|Group|DeletedDeal|DeletedGroup {workspace: $workspace})
  WHERE n.id IS NOT NULL AND any(word IN $unmistakable WHERE toLower(n.name) CONTAINS word)
  RETURN {kind: 'Node', of: null, id: n.id, property: 'name', text: n.name} AS found
  UNION ALL
  MATCH (n:Person|DeletedPerson|TeamMember {workspace: $workspace})-[k]->()
  WHERE n.id IS NOT NULL AND k.note IS NOT NULL AND any(word IN $words WHERE toLower(k.note) CONTAINS word)
  RETURN {kind: 'Tie', of: n.id, id: k.id, property: 'note', text: k.note} AS found
  UNION ALL
  MATCH (c:Change {workspace: $workspace}) USING INDEX SEEK c:Change(workspace, seq)
  WHERE c.seq > 0 AND any(word IN $escaped WHERE toLower(c.fields) CONTAINS word)
  RETURN {kind: 'Change', of: c.entityType, id: c.id, property: 'fields', text: c.fields} AS found
  UNION ALL
  MATCH (o:Outcome {workspace: $workspace}) WHERE o.scope IS NOT NULL AND any(word IN $escaped WHERE toLower(o.answer) CONTAINS word)
  RETURN {kind: 'Outcome', of: null, id: o.scope, property: 'answer', text: o.answer} AS found
}
