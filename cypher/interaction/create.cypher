// Writes new interactions with who took part, the deal that each is about, and external references.
// $interactions: list of maps {interaction, engages, personIds, teamMemberIds, refs}: properties of the interaction and of its references
UNWIND $interactions AS one
CREATE (i:Interaction)
SET i = one.interaction, i.workspace = $workspace, i.version = 1
WITH i, one
{{interaction.joined}}
CALL (i, one) {
  UNWIND one.refs AS ref
  CREATE (e:ExternalRef)-[:NAMES]->(i)
  SET e = ref, e.workspace = $workspace, e.entityId = i.id
}
WITH DISTINCT i.dealId AS deal_id
MATCH (d:Deal {workspace: $workspace, id: deal_id})
SET d.lock = true
WITH d
{{interaction.latest}}
