// Writes a product's changed properties and its next version.
// $id: text
// $fields: map of properties
MATCH (x:Product {workspace: $workspace, id: $id})
SET x += $fields, x.version = x.version + 1
RETURN x.version
