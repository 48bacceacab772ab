// Reads the deals with these ids, each with its account and owner.
// $ids: list of text
// => id, version, createdAt, updatedAt, name, nameKey, accountId, ownerId, continuesId, amount, status, buyClass, source, tags, competitors, lostTo, closeReason, expectedCloseOn, deliverOn, closedAt, lastInteractionAt, buyingProcess, phaseKey, phaseEnteredAt, salesProcess, stageKey, stageEnteredAt, account, owner
RETURN COLLECT {
  UNWIND $ids AS id MATCH (d:Deal {workspace: $workspace, id: id})<-[:HAS_DEAL]-(a) USING INDEX SEEK d:Deal(workspace, id)
  OPTIONAL MATCH (d)<-[:OWNS]-(t)
  RETURN d { {{deal.fields}}, account: {{account}}, owner: {{team}} }
}
