// Reads the workspace.
// => id, version, name, defaultLocale, timeZone, currency, defaultBuyingProcess, defaultSalesProcess, settings
MATCH (w:Workspace {id: $workspace})
RETURN {{workspace}}
