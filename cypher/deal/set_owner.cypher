// Writes who of us owns a deal, or that nobody does.
// $id: text
// $owner_id: text or null
MATCH (d:Deal {workspace: $workspace, id: $id})
SET d.ownerId = $owner_id
WITH d
OPTIONAL MATCH (d)<-[old:OWNS]-()
DELETE old
WITH DISTINCT d
MATCH (t:TeamMember {workspace: $workspace, id: $owner_id})
CREATE (t)-[:OWNS]->(d)
