// Writes that a locked tie is hidden, and tells it.
// $id: text
// => kind, id, version, account, deal
WITH $id AS id
{{tie.found}}
WITH k, startNode(k) AS from, endNode(k) AS to, type(k) AS kind, properties(k) AS held
CREATE (from)-[hidden:$('DELETED_' + kind)]->(to)
SET hidden = held, hidden.deletion = $id
DELETE k
RETURN [{kind: 'Relationship', id: $id, version: hidden.version, account: from.employerId, deal: null}]
