// Reads whether a person reports to themselves, or an account is above itself. The caller holds the workspace's lock.
// $id: text, of the person or the account
MATCH (n:Person|Account {workspace: $workspace, id: $id})
RETURN EXISTS { MATCH (n)(()-[k:REPORTS_TO WHERE k.until IS NULL]->())+(up) WHERE up = n }
  OR EXISTS { MATCH (n)-[:SUBSIDIARY_OF*1..]->(up) WHERE up = n }
