// Writes a new account.
// $fields: map of properties, the id among them
CREATE (a:Account)
SET a = $fields, a.workspace = $workspace
