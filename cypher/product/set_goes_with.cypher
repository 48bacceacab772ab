// Writes which products this one goes with: exactly these.
// $id: text
// $keys: list of text
MATCH (x:Product {workspace: $workspace, id: $id})
OPTIONAL MATCH (x)-[old:GOES_WITH]->()
DELETE old
WITH DISTINCT x
UNWIND $keys AS key
MATCH (other:Product {workspace: $workspace, key: key})
CREATE (x)-[:GOES_WITH]->(other)
