// Locks accounts until the transaction ends, in the order of their ids, and reads them as they stand then.
// $ids: list of text
// => id, version, createdAt, updatedAt, name, nameKey, domain, industry, country, employees, annualRevenue, tier, tags, parentId
UNWIND $ids AS id
WITH id ORDER BY id
MATCH (a:Account {workspace: $workspace, id: id})
SET a.lock = true
WITH a
RETURN collect({{account}})
