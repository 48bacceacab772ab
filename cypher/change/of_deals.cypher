// Reads a page of the Changes of each of these deals.
// $ids: list of text
// $after_seq: whole number
// $actions: list of text, or null for any
// $types: list of text, or null for any
// $account_id: text, or null for any
// $deal_id: text, or null for any
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of
  RETURN {of: of, items: COLLECT {
    {{page c of of: MATCH (c:Change {workspace: $workspace, deal: of}) USING INDEX SEEK c:Change(workspace, deal, seq) WHERE c.seq > $after_seq
      AND ($actions IS NULL OR c.action IN $actions) AND ($types IS NULL OR c.entityType IN $types)
      AND ($account_id IS NULL OR c.account = $account_id) AND ($deal_id IS NULL OR c.deal = $deal_id)}}
    RETURN {{change}}
  }}
}
