// Reads the products with these keys.
// $keys: list of text
// => id, version, key, name, family
RETURN COLLECT { UNWIND $keys AS key MATCH (x:Product {workspace: $workspace, key: key}) RETURN {{product}} }
