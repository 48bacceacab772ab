// Writes that people belong to a group, and tells how many: who was hidden meanwhile does not. The caller holds the group's lock, and has seen that they are people who do not belong to it yet.
// $id: text
// $person_ids: list of text
// $since: day or null
MATCH (g:Group {workspace: $workspace, id: $id})
UNWIND $person_ids AS person_id
MATCH (p:Person {workspace: $workspace, id: person_id})
SET p.lock = true
WITH g, p WHERE p.deletion IS NULL
CREATE (p)-[:BELONGS_TO {workspace: $workspace, since: $since, openKey: p.id + '|' + g.id}]->(g)
RETURN count(*)
