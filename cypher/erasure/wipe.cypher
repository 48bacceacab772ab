// Writes that nothing is left that identifies a locked person, nor of what is told of them alone; and tells the ids of all that Changes
// tell of them: their own, those merged into them, their places on committees with what hangs on them, their ties.
// $id: text
// $at: moment
// $name: text
// $name_key: text
MATCH (p:Person {workspace: $workspace, id: $id})
SET p.name = $name, p.nameKey = $name_key, p.preferences = [], p.tags = [], p.isErased = true, p.isPlaceholder = false,
  p.version = p.version + 1, p.updatedAt = $at
REMOVE p.email, p.phone, p.locale, p.notes
WITH p, COLLECT { MATCH (p)-[s]->(m) WHERE type(s) IN ['SITS_AS', 'DELETED_SITS_AS'] RETURN m } AS members
CALL (p) {
  MATCH (e:ExternalRef {workspace: $workspace, entityId: p.id})
  DETACH DELETE e
}
CALL (p) {
  MATCH (p)-[k]-() WHERE k.note IS NOT NULL
  REMOVE k.note
}
WITH p, members,
  COLLECT { UNWIND members AS m MATCH (m)-[r]->(part) WHERE NOT type(r) IN ['ON', 'DELETED_ON'] RETURN part } AS parts,
  COLLECT {
    UNWIND members AS m
    MATCH (m)-[r]->(d)-[:EVALUATED_AS]->(e) WHERE type(r) IN ['ON', 'DELETED_ON'] AND e.memberId = m.id
    RETURN e
  } AS evaluations
FOREACH (part IN parts + evaluations | REMOVE part.note, part.source, part.answer)
FOREACH (part IN [one IN parts WHERE one.text IS NOT NULL] | SET part.text = $name)
RETURN [p.id] + coalesce(p.mergedIds, []) + [one IN members + parts + evaluations | one.id]
  + COLLECT { UNWIND members AS m UNWIND coalesce(m.mergedIds, []) AS id RETURN id }
  + COLLECT { MATCH (p)-[k]-() WHERE k.id IS NOT NULL UNWIND [k.id] + coalesce(k.mergedIds, []) AS id RETURN id }
