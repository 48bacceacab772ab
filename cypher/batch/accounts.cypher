// Reads these accounts. The caller holds the workspace's lock, so that nobody else's write can end meanwhile.
// $ids: list of text
// => id, version, createdAt, updatedAt, name, nameKey, domain, industry, country, employees, annualRevenue, tier, tags, parentId
UNWIND $ids AS id
MATCH (a:Account {workspace: $workspace, id: id})
RETURN collect({{account}})
