// Reads how many of the workspace's deals fit, up to 10,000.
RETURN COUNT { {{where d: MATCH (d:Deal {workspace: $workspace}) USING INDEX SEEK d:Deal(workspace, id) WHERE d.id IS NOT NULL}} RETURN d LIMIT 10000 }
