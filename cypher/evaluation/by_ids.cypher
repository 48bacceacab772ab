// Reads the evaluations with these ids.
// $ids: list of text
// => id, problemSolved, workingTogether, promisesKept, valueForMoney, willContinue, continueBecause, note, memberId, dealId, by, at
RETURN COLLECT { UNWIND $ids AS id MATCH (e:PurchaseEvaluation {workspace: $workspace, id: id}) RETURN {{evaluation}} }
