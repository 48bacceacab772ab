// Writes how a purchase was judged, new or changed.
// $deal_id: text
// $id: text
// $fields: map of properties
MATCH (d:Deal {workspace: $workspace, id: $deal_id})
MERGE (d)-[:EVALUATED_AS]->(e:PurchaseEvaluation {workspace: $workspace, id: $id})
SET e += $fields
