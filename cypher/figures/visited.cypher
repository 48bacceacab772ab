// Reads what deals that fit visited in each of these processes since a moment, a list a column, and a list in it a deal; and who won since then.
// $ids: list of text, of buying and sales processes
// $since: moment
// $until: moment, before which objections count
// $talk: boolean (whether interactions and objections are read too)
// => of, pieces, places, visits, entered, left, recorded, leftBy, closedAs, triggers, deals, createdAt, closedAt, status, accounts, talks, talkKinds, talkedAt, sentiments, winners, wonAt
UNWIND $ids AS of
CALL (of) {
  MATCH (process:BuyingProcess {workspace: $workspace, id: of}) RETURN process
  UNION ALL
  MATCH (process:SalesProcess {workspace: $workspace, id: of}) RETURN process
}
CALL (process) {
  MATCH (process)-[:HAS_PHASE|HAS_STAGE]->(piece)<-[:OF]-(visit)<-[:VISITED]-(d:Deal)
  WHERE visit.enteredAt >= $since OR visit.closedAs IS NOT NULL AND visit.leftAt >= $since
  {{where d of process: WITH d, collect(piece.key) AS places, collect(visit.id) AS visits, collect(visit.enteredAt) AS entered,
    collect(coalesce(visit.leftAt, '')) AS left, collect(visit.recordedAt) AS recorded,
    collect(coalesce(visit.leftBy, '')) AS leftBy, collect(coalesce(visit.closedAs, '')) AS closedAs,
    collect(CASE WHEN $talk THEN coalesce(visit.triggeredBy, '') ELSE '' END) AS triggers}}
  CALL (d) {
    WITH d WHERE $talk
    MATCH (d)<-[:ABOUT]-(i)
    RETURN collect(i.id) AS talks, collect(i.kind) AS talkKinds, collect(i.at) AS talkedAt, collect(coalesce(toString(i.sentiment), '')) AS sentiments
  }
  RETURN collect(places) AS places, collect(visits) AS visits, collect(entered) AS entered, collect(left) AS left,
    collect(recorded) AS recorded, collect(leftBy) AS leftBy, collect(closedAs) AS closedAs, collect(triggers) AS triggers, collect(d.id) AS deals,
    collect(d.createdAt) AS createdAt, collect(coalesce(d.closedAt, '')) AS closedAt, collect(d.status) AS status, collect(d.accountId) AS accounts,
    collect(talks) AS talks, collect(talkKinds) AS talkKinds, collect(talkedAt) AS talkedAt, collect(sentiments) AS sentiments
}
CALL () {
  MATCH (won:Deal {workspace: $workspace}) USING INDEX SEEK won:Deal(workspace, closedAt, id)
  WHERE won.closedAt >= $since AND won.id IS NOT NULL AND won.status = 'WON'
  RETURN collect(won.accountId) AS winners, collect(won.closedAt) AS wonAt
}
RETURN collect({
  of: of, places: places, visits: visits, entered: entered, left: left, recorded: recorded, leftBy: leftBy, closedAs: closedAs,
  triggers: triggers, deals: deals, createdAt: createdAt, closedAt: closedAt, status: status, accounts: accounts,
  talks: talks, talkKinds: talkKinds, talkedAt: talkedAt, sentiments: sentiments, winners: winners, wonAt: wonAt,
  pieces: COLLECT {
    MATCH (process)-[:HAS_PHASE|HAS_STAGE]->(piece)
    RETURN {
      kind: CASE WHEN piece:Phase THEN 'Phase' ELSE 'Stage' END, id: piece.id, key: piece.key, afterPurchase: coalesce(piece.afterPurchase, false),
      objections: CASE WHEN NOT $talk THEN 0
        WHEN piece:Phase THEN COUNT {
          {{where d of piece: MATCH (piece)<-[:IN]-(o)<-[:RAISED]-()-[:ON]->(d) WHERE o.raisedAt >= $since AND o.raisedAt < $until}}
        }
        ELSE COUNT {
          {{where d of piece: MATCH (piece)<-[:OF]-(visit)<-[:VISITED]-(d)<-[:ON]-()-[:RAISED]->(o)
            WHERE o.raisedAt >= $since AND o.raisedAt < $until AND visit.enteredAt <= o.raisedAt AND coalesce(visit.leftAt, '~') > o.raisedAt}}
        }
      END
    }
    ORDER BY piece.position, piece.id
  }
})
