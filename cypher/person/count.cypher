// Reads how many people there are, up to 10,000.
RETURN COUNT { MATCH (p:Person {workspace: $workspace}) WHERE p.id IS NOT NULL RETURN p LIMIT 10000 }
