// Reads a page of the workspace's accounts.
// $limit: whole number
// => id, version, createdAt, updatedAt, name, nameKey, domain, industry, country, employees, annualRevenue, tier, tags, parentId
RETURN COLLECT {
  {{page a: MATCH (a:Account {workspace: $workspace})}}
  RETURN {{account}}
}
