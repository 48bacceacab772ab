// Writes new things.
// $rows: list of maps of properties, the id among them
UNWIND $rows AS row
CREATE (a:Account)
SET a = row, a.workspace = $workspace
