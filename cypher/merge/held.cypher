// Reads every relationship of people or accounts that are merged into another one, and those of that one which may be doubles of them or
// stand where only one may.
// $id: text, of the one that stays
// $ids: list of text
// => ref, kind, deletion, fromId, toId, properties, account, otherVersion
MATCH (keep:Person|Account {workspace: $workspace, id: $id})
RETURN COLLECT {
  CALL (keep) {
    UNWIND $ids AS id MATCH (n:Person|Account {workspace: $workspace, id: id})-[k]-(other)
    RETURN k, other
    UNION
    MATCH (keep)-[k]-(other) WHERE EXISTS { (other)--(n) WHERE n.id IN $ids }
    RETURN k, other
    UNION
    MATCH (keep)-[k:WORKS_AT|REPORTS_TO|SUBSIDIARY_OF]->(other)
    RETURN k, other
  }
  WITH k, collect(other)[0] AS other
  WITH k, other, startNode(k) AS from, endNode(k) AS to, replace(type(k), 'DELETED_', '') AS kind
  RETURN {ref: elementId(k), kind: kind, deletion: k.deletion, fromId: from.id, toId: to.id, properties: properties(k),
    account: CASE WHEN kind = 'WORKS_AT' THEN to.id WHEN kind = 'COVERS' THEN to.employerId WHEN kind = 'HAS_DEAL' THEN from.id ELSE from.employerId END,
    otherVersion: other.version}
}
