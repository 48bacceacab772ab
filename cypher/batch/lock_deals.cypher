// Locks deals until the transaction ends, and reads them as they stand then, with the keys of what they sell.
// $ids: list of text, sorted
// => id, version, createdAt, updatedAt, name, nameKey, accountId, ownerId, continuesId, amount, status, buyClass, source, tags, competitors, lostTo, closeReason, expectedCloseOn, deliverOn, closedAt, lastInteractionAt, buyingProcess, phaseKey, phaseEnteredAt, salesProcess, stageKey, stageEnteredAt, products
UNWIND $ids AS id
MATCH (d:Deal {workspace: $workspace, id: id})
SET d.lock = true
RETURN collect(d { {{deal.fields}}, products: COLLECT { MATCH (d)-[:SELLS]->(x) RETURN x.key ORDER BY x.key } })
