// Reads the tie that stands where a hidden one would come back.
// $id: text
// => kind, id, version
WITH $id AS id
{{deletion.hidden_tie}}
WITH k, startNode(k) AS from
RETURN COLLECT {
  MATCH (from)-[other:REPORTS_TO|INFLUENCES|CONFLICTS_WITH|KNOWS|CONTROLS_ACCESS_TO]-() WHERE other.openKey = k.openKey
  RETURN {kind: 'Relationship', id: other.id, version: other.version}
}
