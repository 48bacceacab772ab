// Three interactions with everybody of a workspace, in the last weeks.
MATCH (p:Person {workspace: $workspace}) WHERE p.id IS NOT NULL
CALL (p) {
  UNWIND range(1, 3) AS n
  CREATE (p)-[:TOOK_PART_IN {at: $moments[n - 1], engages: n <> 2}]->(:Interaction {
    workspace: $workspace, id: p.id + '.' + n, kind: ['CALL', 'MESSAGE', 'VISIT'][n - 1], at: $moments[n - 1], initiatedByUs: n = 2})
} IN TRANSACTIONS OF 1000 ROWS
