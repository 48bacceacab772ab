// Locks the buying process with this key, and reads its id.
// $key: text
MATCH (process:BuyingProcess {workspace: $workspace, key: $key})
SET process.lock = true
RETURN process.id
