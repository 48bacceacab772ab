// Reads the external references of these things.
// $ids: list of text
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of
  RETURN {of: of, items: COLLECT {
    MATCH (e:ExternalRef {workspace: $workspace, entityId: of})
    RETURN e {.system, .key} ORDER BY e.system, e.key
  }}
}
