// Writes interactions anew: their changed properties, who took part, the deal that each is about; and their next versions.
// $at: moment
// $interactions: list of maps {id, fields, engages, personIds, teamMemberIds}
// $deal_ids: list of text, the deals that they are or were about
UNWIND $interactions AS one
MATCH (i:Interaction {workspace: $workspace, id: one.id})
SET i += one.fields, i.version = i.version + 1, i.updatedAt = $at
WITH i, one
CALL (i) {
  MATCH (i)<-[old:TOOK_PART_IN]-()
  DELETE old
}
CALL (i) {
  MATCH (i)-[old:ABOUT]->()
  DELETE old
}
{{interaction.joined}}
WITH DISTINCT 1 AS all
UNWIND $deal_ids AS deal_id
MATCH (d:Deal {workspace: $workspace, id: deal_id})
SET d.lock = true
WITH d
{{interaction.latest}}
