// Writes what members need, and raises the members' versions.
// $needs: list of maps of properties, the member's id among them
UNWIND $needs AS one
MATCH (m:Member {workspace: $workspace, id: one.memberId})
CREATE (m)-[:HOLDS]->(n:Need)
SET n = one, n.workspace = $workspace, n.version = 1, m.version = m.version + 1
