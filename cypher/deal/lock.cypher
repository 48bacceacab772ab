// Locks a deal until the transaction ends, and reads it as it stands then.
// $id: text
// => id, version, createdAt, updatedAt, name, nameKey, accountId, ownerId, continuesId, amount, status, buyClass, source, tags, competitors, lostTo, closeReason, expectedCloseOn, deliverOn, closedAt, lastInteractionAt, buyingProcess, phaseKey, phaseEnteredAt, salesProcess, stageKey, stageEnteredAt
MATCH (d:Deal {workspace: $workspace, id: $id})
SET d.lock = true
WITH d WHERE d.deletion IS NULL
RETURN {{deal}}
