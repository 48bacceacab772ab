// Writes that members of committees are one, with the roles that stay and the judgements, needs and objections of all; keeps in step what they repeat.
// $party_id: text, of the one whose members they are now
// $rows: list of maps {id, fields, others, roles, goneRoles, goneEvaluations}: `others` are members who become this one, `roles` are {id, fields}
UNWIND $rows AS one
MATCH (m:Member|DeletedMember {workspace: $workspace, id: one.id})
CALL (m, one) {
  UNWIND one.others AS id
  MATCH (gone:Member|DeletedMember {workspace: $workspace, id: id})-[r]->(part) WHERE NOT type(r) IN ['ON', 'DELETED_ON']
  WITH m, r, part, type(r) AS kind, properties(r) AS held
  DELETE r
  CREATE (m)-[k:$(kind)]->(part)
  SET k = held
  SET part.memberId = m.id
  REMOVE part.openKey
  FOREACH (_ IN CASE WHEN kind IN ['HOLDS', 'RAISED', 'DELETED_HOLDS', 'DELETED_RAISED'] THEN [1] ELSE [] END | SET part.version = part.version + 1)
}
CALL (m, one) {
  MATCH (m)-[on]->()-[:EVALUATED_AS]->(e) WHERE type(on) IN ['ON', 'DELETED_ON'] AND e.memberId IN one.others
  SET e.memberId = m.id
}
CALL (m, one) {
  MATCH (m)-[on]->()-[:EVALUATED_AS]->(e) WHERE type(on) IN ['ON', 'DELETED_ON'] AND e.id IN one.goneEvaluations
  DETACH DELETE e
}
CALL (one) {
  UNWIND one.others AS id
  MATCH (gone:Member|DeletedMember {workspace: $workspace, id: id})-[r]-()
  DELETE r
  WITH DISTINCT one, gone
  SET gone = {workspace: $workspace, id: gone.id, deletion: one.id}, gone:Merged
  REMOVE gone:Member:DeletedMember
}
CALL (m, one) {
  MATCH (m)-[:PLAYS]->(r) WHERE r.id IN one.goneRoles
  DETACH DELETE r
}
CALL (m, one) {
  UNWIND one.roles AS stays
  MATCH (m)-[:PLAYS]->(r) WHERE r.id = stays.id
  SET r += stays.fields
}
SET m += one.fields, m.version = m.version + 1
SET m.openKey = CASE WHEN m.until IS NULL THEN m.dealId + '|' + $party_id END
WITH m
CALL (m) {
  MATCH (m)-[:PLAYS]->(r)
  SET r.openKey = CASE WHEN r.until IS NULL THEN m.id + '|' + r.role END
}
{{member.playing}}
{{member.judged}}
