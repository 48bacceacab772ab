// Writes new things.
// $rows: list of maps of properties, the id among them
UNWIND $rows AS row
CREATE (p:Person)
SET p = row, p.workspace = $workspace
