// Locks the workspace until the transaction ends, and reads it as it stands then.
// => id, version, name, defaultLocale, timeZone, currency, defaultBuyingProcess, defaultSalesProcess, settings
MATCH (w:Workspace {id: $workspace})
SET w.lock = true
WITH w
RETURN {{workspace}}
