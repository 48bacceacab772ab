// So many deals with what figures are counted from: five visits each to phases of one process, five interactions, one objection on every tenth.
UNWIND range($first, $last) AS n
CALL (n) {
  MATCH (process:BuyingProcess {workspace: $workspace, key: $process})
  WITH n, process, COLLECT { MATCH (process)-[:HAS_PHASE]->(phase) RETURN phase ORDER BY phase.position } AS phases, $walks[n % size($walks)] AS walk
  WITH n, process, phases, walk, datetime($start) + duration({hours: n % 8000}) AS began
  CREATE (d:Deal {workspace: $workspace, id: 'deal-' + n, version: 1, name: 'Deal ' + n, accountId: 'account-' + n / 10, status: walk.status,
    createdAt: toString(began), closedAt: CASE WHEN walk.status <> 'OPEN' THEN toString(began + duration({days: 28 + n % 5})) END})
  CREATE (d)-[:FOLLOWS]->(process)
  WITH n, d, phases, walk, began
  CALL (n, d, phases, walk, began) {
    UNWIND range(0, 4) AS k
    WITH n, d, k, phases[walk.places[k]] AS phase, began + duration({days: 7 * k + n % 5}) AS entered
    CREATE (d)-[:VISITED]->(v:PhaseVisit {workspace: $workspace, id: d.id + '.' + k, enteredAt: toString(entered), recordedAt: toString(entered),
      leftAt: CASE WHEN walk.left[k] IS NOT NULL THEN toString(entered + duration({days: 7})) END, leftBy: walk.left[k],
      closedAs: CASE WHEN walk.left[k] = 'CLOSE' THEN walk.status END})-[:OF]->(phase)
    CREATE (i:Interaction {workspace: $workspace, id: d.id + '.said.' + k, kind: $kinds[(n + k) % size($kinds)], at: toString(entered + duration({days: 3})),
      sentiment: n % 5 - 2})-[:ABOUT]->(d)
  }
  FOREACH (_ IN CASE WHEN n % 10 = 0 THEN [1] ELSE [] END |
    CREATE (m:Member {workspace: $workspace, id: d.id + '.member'})-[:ON]->(d)
    CREATE (m)-[:RAISED]->(o:Objection {workspace: $workspace, id: d.id + '.objection', dealId: d.id, raisedAt: toString(began + duration({days: 9}))}))
  WITH d, phases WHERE n % 10 = 0
  MATCH (d)<-[:ON]-()-[:RAISED]->(o)
  WITH o, phases[1] AS phase
  CREATE (o)-[:IN]->(phase)
} IN TRANSACTIONS OF 1000 ROWS
