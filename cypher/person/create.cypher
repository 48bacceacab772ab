// Writes a new person.
// $fields: map of properties, the id among them
CREATE (p:Person)
SET p = $fields, p.workspace = $workspace
