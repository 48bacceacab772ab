// Reads all products, by name.
// => id, version, key, name, family
RETURN COLLECT { MATCH (x:Product {workspace: $workspace}) WHERE x.id IS NOT NULL RETURN {{product}} ORDER BY x.name, x.id }
