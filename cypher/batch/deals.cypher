// Reads these deals, with the keys of what they sell. The caller holds the workspace's lock, so that nobody else's write can end meanwhile.
// $ids: list of text
// => id, version, createdAt, updatedAt, name, nameKey, accountId, ownerId, continuesId, amount, status, buyClass, source, tags, competitors, lostTo, closeReason, expectedCloseOn, deliverOn, closedAt, lastInteractionAt, buyingProcess, phaseKey, phaseEnteredAt, salesProcess, stageKey, stageEnteredAt, products
UNWIND $ids AS id
MATCH (d:Deal {workspace: $workspace, id: id})
RETURN collect(d { {{deal.fields}}, products: COLLECT { MATCH (d)-[:SELLS]->(x) RETURN x.key ORDER BY x.key } })
