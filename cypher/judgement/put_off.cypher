// Writes until when a team member puts off what its agenda shows under a key; what is over is forgotten.
// $team_member_id: text
// $id: text, of the snooze where it is new
// $key: text
// $until: day
// $today: day
MATCH (t:TeamMember {workspace: $workspace, id: $team_member_id})
SET t.lock = true
WITH t
CALL (t) {
  MATCH (t)-[:PUT_OFF]->(old) WHERE old.until <= $today
  DETACH DELETE old
}
MERGE (t)-[:PUT_OFF]->(s:Snooze {workspace: $workspace, key: $key})
ON CREATE SET s.id = $id
SET s.until = $until
