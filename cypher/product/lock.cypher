// Locks the product with this key, and reads it as it stands then.
// $key: text
// => id, version, key, name, family
MATCH (x:Product {workspace: $workspace, key: $key})
SET x.lock = true
WITH x WHERE x.deletion IS NULL
RETURN {{product}}
