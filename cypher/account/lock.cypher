// Locks an account until the transaction ends, and reads it as it stands then.
// $id: text
// => id, version, createdAt, updatedAt, name, nameKey, domain, industry, country, employees, annualRevenue, tier, tags, parentId
MATCH (a:Account {workspace: $workspace, id: $id})
SET a.lock = true
WITH a WHERE a.deletion IS NULL
RETURN {{account}}
