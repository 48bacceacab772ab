// Reads how many Changes of each of these accounts there are, up to 10,000.
// $ids: list of text
// $after_seq: whole number
// $actions: list of text, or null for any
// $types: list of text, or null for any
// $account_id: text, or null for any
// $deal_id: text, or null for any
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of
  RETURN {of: of, count: COUNT {
    MATCH (c:Change {workspace: $workspace, account: of}) USING INDEX SEEK c:Change(workspace, account, seq) WHERE c.seq > $after_seq
      AND ($actions IS NULL OR c.action IN $actions) AND ($types IS NULL OR c.entityType IN $types)
      AND ($account_id IS NULL OR c.account = $account_id) AND ($deal_id IS NULL OR c.deal = $deal_id)
    RETURN c LIMIT 10000
  }}
}
