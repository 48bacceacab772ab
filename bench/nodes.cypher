CYPHER 5
UNWIND $rows AS row
CREATE (n:$(row.label))
SET n = row.fields, n.workspace = $workspace
