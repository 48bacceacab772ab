// Reads in which phase a deal was at a moment: its id and key; none where it was in none.
// $deal_id: text
// $at: moment
// => id, key
MATCH (d:Deal {workspace: $workspace, id: $deal_id})-[:VISITED]->(visit:PhaseVisit)-[:OF]->(phase)
WHERE visit.enteredAt <= $at AND (visit.leftAt IS NULL OR $at < visit.leftAt)
RETURN phase {.id, .key} LIMIT 1
