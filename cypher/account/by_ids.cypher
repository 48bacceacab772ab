// Reads the accounts with these ids.
// $ids: list of text
// => id, version, createdAt, updatedAt, name, nameKey, domain, industry, country, employees, annualRevenue, tier, tags, parentId
RETURN COLLECT { UNWIND $ids AS id MATCH (a:Account {workspace: $workspace, id: id}) RETURN {{account}} }
