// Reads how many team members there are, up to 10,000.
RETURN COUNT { MATCH (t:TeamMember {workspace: $workspace}) WHERE t.id IS NOT NULL RETURN t LIMIT 10000 }
