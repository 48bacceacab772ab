// Locks both people of a tie until the transaction ends, and tells its version.
// $id: text
// => kind, id, version
WITH $id AS id
{{tie.found}}
WITH k, startNode(k) AS from, endNode(k) AS to
SET from.lock = true, to.lock = true
WITH from, to
MATCH (from)-[k:REPORTS_TO|INFLUENCES|CONFLICTS_WITH|KNOWS|CONTROLS_ACCESS_TO]->(to) WHERE k.id = $id
RETURN {kind: 'Relationship', id: k.id, version: k.version}
