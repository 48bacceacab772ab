// Reads where one of these words stands in what was said in interactions, also before their last change, and in answers kept for repeated
// requests. It reads all of the workspace's, since nothing tells who is mentioned.
// $words: list of text in small letters
// $escaped: list of text, the same as JSON writes them
// => kind, id, text
RETURN COLLECT {
  MATCH (i:Interaction {workspace: $workspace}) WHERE i.id IS NOT NULL AND any(word IN $words WHERE toLower(i.summary) CONTAINS word)
  RETURN {kind: 'Interaction', id: i.id, text: i.summary} AS found
  UNION ALL
  MATCH (i:DeletedInteraction {workspace: $workspace}) WHERE i.id IS NOT NULL AND any(word IN $words WHERE toLower(i.summary) CONTAINS word)
  RETURN {kind: 'Interaction', id: i.id, text: i.summary} AS found
  UNION ALL
  MATCH (c:Change {workspace: $workspace}) USING INDEX SEEK c:Change(workspace, seq)
  WHERE c.seq > 0 AND c.entityType = 'Interaction' AND any(word IN $escaped WHERE toLower(c.fields) CONTAINS word)
  RETURN {kind: 'Change', id: c.id, text: c.fields} AS found
  UNION ALL
  MATCH (o:Outcome {workspace: $workspace}) WHERE o.scope IS NOT NULL AND any(word IN $escaped WHERE toLower(o.answer) CONTAINS word)
  RETURN {kind: 'Outcome', id: o.scope, text: o.answer} AS found
}
