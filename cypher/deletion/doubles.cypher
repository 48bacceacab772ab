// Reads what stands where something that a deletion hid would come back.
// $id: text
// => kind, id, version
MATCH (x:Deletion {workspace: $workspace, id: $id})
RETURN COLLECT {
  MATCH (x)-[:HID]->()<-[r]-(o) WHERE type(r) IN ['DELETED_WORKS_AT', 'DELETED_REPORTS_TO'] AND r.deletion = $id AND r.openKey IS NOT NULL
  MATCH (o)-[k:WORKS_AT|REPORTS_TO]->() WHERE k.openKey = r.openKey
  RETURN {kind: CASE type(k) WHEN 'WORKS_AT' THEN 'Employment' ELSE 'Relationship' END, id: k.id, version: k.version} AS double
  UNION ALL
  MATCH (x)-[:HID]->(n)<-[r]-(o) WHERE type(r) IN ['DELETED_SUBSIDIARY_OF', 'DELETED_ABOUT'] AND r.deletion = $id
    AND EXISTS { (o)-[:SUBSIDIARY_OF|ABOUT]->() }
  RETURN {kind: labels(o)[0], id: o.id, version: o.version} AS double
  UNION ALL
  MATCH (x)-[:HID]->(n:DeletedProduct)
  MATCH (other:Product {workspace: $workspace, key: n.key})
  RETURN {kind: 'Product', id: other.id, version: other.version} AS double
  UNION ALL
  MATCH (x)-[:HID]->(n:DeletedMember) WHERE n.openKey IS NOT NULL
  MATCH (m:Member {workspace: $workspace, openKey: n.openKey})
  RETURN {kind: 'Member', id: m.id, version: m.version} AS double
}
