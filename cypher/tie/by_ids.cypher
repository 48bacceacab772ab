// Reads the ties between people with these ids. A branch for each kind, since an index holds one type of relationship.
// $ids: list of text
// => id, version, relationshipKind, fromId, toId, strength, certainty, note, since, until
RETURN COLLECT {
  UNWIND $ids AS id
  {{tie.found}}
  RETURN {{tie}}
}
