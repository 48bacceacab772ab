// Writes from which day on people no longer belong to a group. The caller holds the group's lock.
// $id: text
// $person_ids: list of text
// $until: day
MATCH (g:Group {workspace: $workspace, id: $id})
MATCH (g)<-[b:BELONGS_TO]-(p) WHERE b.until IS NULL AND p.id IN $person_ids
SET b.until = $until
REMOVE b.openKey
