// Locks a tie until the transaction ends, and reads it as it stands then.
// $id: text
// => id, version, relationshipKind, fromId, toId, strength, certainty, note, since, until
WITH $id AS id
{{tie.found}}
SET k.lock = true
WITH k WHERE k.id IS NOT NULL
RETURN {{tie}}
