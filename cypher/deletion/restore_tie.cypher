// Writes that a hidden tie is back, and tells it.
// $id: text
// => kind, id, version, account, deal
WITH $id AS id
{{deletion.hidden_tie}}
WITH k, startNode(k) AS from, endNode(k) AS to, type(k) AS kind, properties(k) AS held
CREATE (from)-[shown:$(substring(kind, 8))]->(to)
SET shown = held
REMOVE shown.deletion
DELETE k
RETURN [{kind: 'Relationship', id: $id, version: shown.version, account: from.employerId, deal: null}]
