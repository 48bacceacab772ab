// Reads the Changes of these things.
// $ids: list of text
// => kind, of, id, property, text
RETURN COLLECT {
  UNWIND $ids AS of
  MATCH (c:Change {workspace: $workspace, entityId: of}) USING INDEX SEEK c:Change(workspace, entityId, seq) WHERE c.seq > 0
  RETURN {kind: 'Change', of: c.entityType, id: c.id, property: 'fields', text: c.fields}
}
