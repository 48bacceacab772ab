// Writes who of us looks after an account: exactly these.
// $id: text
// $members: list of maps {id, function}
MATCH (a:Account {workspace: $workspace, id: $id})
OPTIONAL MATCH (a)<-[old:MANAGES]-()
DELETE old
WITH DISTINCT a
UNWIND $members AS one
MATCH (t:TeamMember {workspace: $workspace, id: one.id})
CREATE (t)-[:MANAGES {function: one.function}]->(a)
