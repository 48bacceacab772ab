// Reads a page of the Changes of the workspace.
// $after_seq: whole number
// $actions: list of text, or null for any
// $types: list of text, or null for any
// $account_id: text, or null for any
// $deal_id: text, or null for any
// $limit: whole number
// => id, seq, at, actor, action, entityType, entityId, entityVersion, account, deal, fields, informs
RETURN COLLECT {
  {{page c: MATCH (c:Change {workspace: $workspace}) USING INDEX SEEK c:Change(workspace, seq) WHERE c.seq > $after_seq
    AND ($actions IS NULL OR c.action IN $actions) AND ($types IS NULL OR c.entityType IN $types)
    AND ($account_id IS NULL OR c.account = $account_id) AND ($deal_id IS NULL OR c.deal = $deal_id)}}
  RETURN {{change}}
}
