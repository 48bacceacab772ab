// Reads whether a person reports to another one, directly or through others. The caller holds the workspace's lock.
// $id: text
// $superior_id: text
MATCH (p:Person {workspace: $workspace, id: $id})
RETURN EXISTS { MATCH (p)(()-[k:REPORTS_TO WHERE k.until IS NULL]->())+(up) WHERE up.id = $superior_id }
