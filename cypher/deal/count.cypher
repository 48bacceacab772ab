// Reads how many deals the workspace has, up to 10,000.
RETURN COUNT { MATCH (d:Deal {workspace: $workspace}) WHERE d.id IS NOT NULL RETURN d LIMIT 10000 }
