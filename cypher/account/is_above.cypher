// Reads whether the first account is the second one, or somewhere above it.
// $id: text
// $below_id: text
MATCH (below:Account {workspace: $workspace, id: $below_id})
RETURN below.id = $id OR EXISTS { MATCH (below)-[:SUBSIDIARY_OF*1..]->(up) WHERE up.id = $id }
