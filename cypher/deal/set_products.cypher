// Writes what a deal sells: exactly these.
// $id: text
// $keys: list of text
MATCH (d:Deal {workspace: $workspace, id: $id})
OPTIONAL MATCH (d)-[old:SELLS]->()
DELETE old
WITH DISTINCT d
UNWIND $keys AS key
MATCH (x:Product {workspace: $workspace, key: key})
CREATE (d)-[:SELLS]->(x)
