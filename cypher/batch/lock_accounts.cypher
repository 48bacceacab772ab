// Locks things until the transaction ends, and reads them as they stand then.
// $ids: list of text, sorted
// => id, version, createdAt, updatedAt, name, nameKey, domain, industry, country, employees, annualRevenue, tier, tags, parentId
UNWIND $ids AS id
MATCH (a:Account {workspace: $workspace, id: id})
SET a.lock = true
RETURN collect({{account}})
