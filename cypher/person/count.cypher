// Reads how many of the people fit, up to 10,000.
RETURN COUNT { {{where p: MATCH (p:Person {workspace: $workspace}) USING INDEX SEEK p:Person(workspace, id) WHERE p.id IS NOT NULL}} RETURN p LIMIT 10000 }
