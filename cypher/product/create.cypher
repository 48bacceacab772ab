// Writes a new product.
// $fields: map of properties, the id among them
CREATE (x:Product)
SET x = $fields, x.workspace = $workspace, x.version = 1
