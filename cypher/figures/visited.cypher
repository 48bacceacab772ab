// Reads what deals that fit visited in each of these processes since a moment, and who won since then. What is many is told as lines, their
// fields one under the other: reading and sending each field by itself took more than half again as long.
// $ids: list of text, of buying and sales processes
// $since: moment
// $until: moment, before which objections count
// $talk: boolean (whether interactions and objections are read too)
// => of, pieces, deals, visits, talks, winners
UNWIND $ids AS of
CALL (of) {
  MATCH (process:BuyingProcess {workspace: $workspace, id: of}) RETURN process
  UNION ALL
  MATCH (process:SalesProcess {workspace: $workspace, id: of}) RETURN process
}
CALL (process) {
  MATCH (process)-[:HAS_PHASE|HAS_STAGE]->(piece)<-[:OF]-(visit)<-[:VISITED]-(d:Deal)
  WHERE visit.enteredAt >= $since OR visit.closedAs IS NOT NULL AND visit.leftAt >= $since
  {{where d of process: WITH d, collect(piece.key + '\n' + visit.id + '\n' + visit.enteredAt + '\n' + coalesce(visit.leftAt, '') + '\n' + visit.recordedAt + '\n'
    + coalesce(visit.leftBy, '') + '\n' + coalesce(visit.closedAs, '') + '\n' + CASE WHEN $talk THEN coalesce(visit.triggeredBy, '') ELSE '' END) AS visits}}
  CALL (d) {
    WITH d WHERE $talk
    MATCH (d)<-[:ABOUT]-(i)
    RETURN collect(i.id + '\n' + i.kind + '\n' + i.at + '\n' + coalesce(toString(i.sentiment), '')) AS talks
  }
  RETURN collect(visits) AS visits, collect(talks) AS talks,
    collect(d.createdAt + '\n' + coalesce(d.closedAt, '') + '\n' + d.status + '\n' + d.accountId) AS deals
}
CALL () {
  MATCH (won:Deal {workspace: $workspace}) USING INDEX SEEK won:Deal(workspace, closedAt, id)
  WHERE won.closedAt >= $since AND won.id IS NOT NULL AND won.status = 'WON'
  RETURN collect(won.accountId + '\n' + won.closedAt) AS winners
}
RETURN collect({
  of: of, deals: deals, visits: visits, talks: talks, winners: winners,
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
