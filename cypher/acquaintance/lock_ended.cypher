// Locks the acquaintance of a team member with a person that is over and began on a day, and reads it as it stands then.
// $team_member_id: text
// $person_id: text
// $since: day
// => id, version, teamMemberId, personId, level, wantedLevel, note, since, until
MATCH (t:TeamMember {workspace: $workspace, id: $team_member_id})
MATCH (p:Person {workspace: $workspace, id: $person_id})
MATCH (t)-[v:COVERS {since: $since}]->(p) WHERE v.until IS NOT NULL
WITH v ORDER BY v.id LIMIT 1
SET v.lock = true
WITH v WHERE v.id IS NOT NULL
RETURN {{acquaintance}}
