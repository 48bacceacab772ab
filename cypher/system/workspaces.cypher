// Reads every workspace's id and name.
// => id, name
RETURN COLLECT { MATCH (w:Workspace) RETURN w {.id, .name} ORDER BY w.name }
