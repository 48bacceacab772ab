// Reads the current tie of a person that carries this open key.
// $person_id: text
// $open_key: text
// => id, version, relationshipKind, fromId, toId, strength, certainty, note, since, until
MATCH (p:Person {workspace: $workspace, id: $person_id})-[k:REPORTS_TO|INFLUENCES|CONFLICTS_WITH|KNOWS|CONTROLS_ACCESS_TO]-()
WHERE k.openKey = $open_key
RETURN {{tie}}
