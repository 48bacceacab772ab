// Reads how many of the workspace's accounts fit, up to 10,000.
RETURN COUNT { {{where a: MATCH (a:Account {workspace: $workspace}) USING INDEX SEEK a:Account(workspace, id) WHERE a.id IS NOT NULL}} RETURN a LIMIT 10000 }
