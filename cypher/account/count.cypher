// Reads how many accounts the workspace has, up to 10,000.
RETURN COUNT { MATCH (a:Account {workspace: $workspace}) WHERE a.id IS NOT NULL RETURN a LIMIT 10000 }
