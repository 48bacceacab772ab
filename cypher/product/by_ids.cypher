// Reads the products with these ids.
// $ids: list of text
// => id, version, key, name, family
RETURN COLLECT { UNWIND $ids AS id MATCH (x:Product {workspace: $workspace, id: id}) RETURN {{product}} }
