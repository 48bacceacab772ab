// Reads which deals of a team member are open or were won lately, the newest thousand; and what it has put off, until when.
// $id: text, the team member
// $account_id: text, or null for all accounts
// $since: moment
// => deals, snoozed
MATCH (t:TeamMember {workspace: $workspace, id: $id})
RETURN {
  deals: COLLECT {
    MATCH (d:Deal {workspace: $workspace, ownerId: $id}) USING INDEX SEEK d:Deal(workspace, ownerId, id)
    WHERE d.id IS NOT NULL AND ($account_id IS NULL OR d.accountId = $account_id) AND
      (d.status = 'OPEN' OR (d.status = 'WON' AND $since <= d.closedAt))
    WITH d ORDER BY d.id DESC LIMIT 1000
    RETURN d {.id, .amount, .currency, .expectedCloseOn}
  },
  snoozed: COLLECT { MATCH (t)-[:PUT_OFF]->(s) RETURN s {.key, .until} }
}
