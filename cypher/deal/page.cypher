// Reads a page of the workspace's deals.
// $limit: whole number
// => id, version, createdAt, updatedAt, name, nameKey, accountId, ownerId, continuesId, amount, status, buyClass, source, tags, competitors, lostTo, closeReason, expectedCloseOn, deliverOn, closedAt, lastInteractionAt, buyingProcess, phaseKey, phaseEnteredAt, salesProcess, stageKey, stageEnteredAt
RETURN COLLECT {
  {{page d: MATCH (d:Deal {workspace: $workspace})}}
  RETURN {{deal}}
}
