// Writes who of us joins the team of an account, and as what.
// $rows: list of maps {id, member, function}
UNWIND $rows AS row
MATCH (a:Account {workspace: $workspace, id: row.id})
MATCH (t:TeamMember {workspace: $workspace, id: row.member})
MERGE (t)-[x:MANAGES]->(a)
SET x.function = row.function
