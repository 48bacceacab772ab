// Locks both people of a hidden tie until the transaction ends, and tells its version, the deletion, where it starts, and whether one of the people is hidden.
// $id: text
// => kind, id, version, deletion, hangsOnHidden, startsAt
WITH $id AS id
{{deletion.hidden_tie}}
WITH id, startNode(k) AS from, endNode(k) AS to
SET from.lock = true, to.lock = true
WITH id, from, to
{{deletion.hidden_tie}}
RETURN {kind: 'Relationship', id: k.id, version: k.version, deletion: k.deletion, startsAt: from.id,
  hangsOnHidden: from.deletion IS NOT NULL OR to.deletion IS NOT NULL}
