// Reads the open deals of these accounts with the roles that are played in them now and when who plays them was last in touch; the settings, and what phases expect.
// $ids: list of text
// $at: moment
// => deals, settings, expected
MATCH (w:Workspace {id: $workspace})
RETURN {
  settings: w.settings,
  expected: {{judgement.expected}},
  deals: COLLECT {
    UNWIND $ids AS of MATCH (d:Deal {workspace: $workspace, accountId: of}) WHERE d.id IS NOT NULL AND d.status = 'OPEN'
    RETURN {of: of, buyingProcess: d.buyingProcess, phaseKey: d.phaseKey, buyClass: d.buyClass, players: COLLECT {
      MATCH (d)<-[:ON]-(m) WHERE m.until IS NULL AND size(m.roles) > 0
      RETURN {
        roles: COLLECT { MATCH (m)-[:PLAYS]->(k) WHERE k.until IS NULL RETURN k {.role, .phaseIds} },
        engagedAt: COLLECT {
          MATCH (m)<-[:SITS_AS]-()<-[chain:BELONGS_TO*0..1]-(p:Person)-[took:TOOK_PART_IN]->()
          WHERE all(k IN chain WHERE k.until IS NULL) AND took.engages AND took.at <= $at AND NOT coalesce(p.isPlaceholder, false)
          RETURN took.at ORDER BY took.at DESC LIMIT 1
        }[0]
      }
    }}
  }
}
