// Reads the committees of these deals with all that they are judged by, as they stood on a day: members, roles, contacts; the settings and what phases expect; and the ties by which deciders and approvers are swayed and reached, three deep, with whom of the people there we know.
// $ids: list of text
// $at: moment
// $day: the moment's day, or null for now; then spans of time end where a closed deal closed
// => deals, families, ties, covers, settings, expected
CALL () {
  CALL () {
    UNWIND $ids AS id MATCH (d:Deal {workspace: $workspace, id: id})<-[:ON]-(m)
    WHERE {{judgement.sitting}} AND EXISTS { (m)-[:PLAYS]->(k) WHERE k.role IN ['DECIDER', 'APPROVER'] AND {{judgement.holding}} }
    {{judgement.peopled}}
    RETURN collect(DISTINCT p) AS targets
  }
  CALL (targets) {
    UNWIND targets AS p
    {{judgement.leading}}
    RETURN collect(DISTINCT k) AS nearest, collect(DISTINCT q) AS near
  }
  CALL (near) {
    UNWIND near AS p
    {{judgement.leading}}
    RETURN collect(DISTINCT k) AS farther, collect(DISTINCT q) AS far
  }
  CALL (far) {
    UNWIND far AS p
    {{judgement.leading}}
    WITH k, q WHERE EXISTS { (q)<-[c:COVERS]-(t) WHERE c.until IS NULL AND t.isActive }
    RETURN collect(DISTINCT k) AS farthest, collect(DISTINCT q) AS known
  }
  CALL (nearest, farther, farthest) {
    UNWIND nearest + farther + farthest AS k
    RETURN collect(DISTINCT k) AS ties
  }
  CALL (targets, near, far, known) {
    UNWIND targets + near + far + known AS p
    RETURN collect(DISTINCT p) AS people
  }
  CALL (people) {
    UNWIND people AS p MATCH (p)<-[c:COVERS]-(t) WHERE c.until IS NULL AND t.isActive
    RETURN collect([t.id, p.id, c.level]) AS covers
  }
  RETURN {
    ties: [k IN ties | [type(k), startNode(k).id, endNode(k).id, k.strength]],
    covers: covers
  } AS part
  UNION ALL
  RETURN {deals: COLLECT {
      UNWIND $ids AS id MATCH (d:Deal {workspace: $workspace, id: id})
      WITH d, {{judgement.span}} AS moment
      WITH d, moment, toString(date(left(moment, 10)) - duration('P91D')) AS start
      RETURN d {.id, .accountId, .createdAt, .status, .buyClass, .buyingProcess, .salesProcess, .phaseKey, .phaseEnteredAt, .stageKey,
        .alignmentGap, .alignment, .alignmentSince, .closedAt, .deliverOn, moment: moment,
        isContinued: EXISTS { (d)<-[:CONTINUES]-() },
        evaluations: COLLECT { MATCH (d)-[:EVALUATED_AS]->(e) WHERE e.at <= $at RETURN coalesce(e.willContinue, false) },
        visits: COLLECT {
          MATCH (d)-[:VISITED]->(visit)-[:OF]->(into) WHERE $day IS NOT NULL AND visit.enteredAt <= $at
          WITH visit, into ORDER BY visit.enteredAt, visit.recordedAt, visit.id
          RETURN visit {.enteredAt, .leftAt, .step, .leftBy, .closedAs, isOfPhase: into:Phase, of: into.id}
        },
        members: COLLECT {
          MATCH (d)<-[:ON]-(m) WHERE {{judgement.sitting}} AND d.createdAt <= $at
          WITH m ORDER BY m.id
          RETURN {seat: {{judgement.seat}},
            roles: COLLECT {
              MATCH (m)-[:PLAYS]->(k) WHERE {{judgement.holding}}
              RETURN k {.role, .phaseIds, .certainty, .confirmedAt}
            },
            assessments: COLLECT {
              MATCH (m)-[:ASSESSED]->(s) WHERE $day IS NOT NULL AND s.at <= $at
              WITH s ORDER BY s.at, s.id
              RETURN s {.named, .stance, .influence, .awareness, .favours, .at}
            },
            doubts: COLLECT {
              MATCH (m)-[:RAISED]->(o)
              WHERE CASE WHEN $day IS NULL THEN o.status = 'OPEN' ELSE o.raisedAt <= $at AND coalesce($at < o.closedAt, true) END
              RETURN o {.id, .kind, .text, .raisedAt}
            },
            wants: COLLECT {
              MATCH (m)-[:HOLDS]->(n)
              WHERE CASE WHEN $day IS NULL THEN n.status = 'OPEN' ELSE n.openedAt <= $at AND coalesce($at < n.closedAt, true) END
              RETURN n {.id, .kind, .text, .priority, .openedAt}
            }}
        }}
    }} AS part
  UNION ALL
  RETURN {families: COLLECT {
      UNWIND $ids AS id MATCH (d:Deal {workspace: $workspace, id: id})
      WITH DISTINCT d.accountId AS home
      RETURN {of: home, ids: {{judgement.family}}}
    }} AS part
  UNION ALL
  RETURN {settings: COLLECT { MATCH (w:Workspace {id: $workspace}) RETURN w.settings }[0], expected: {{judgement.expected}}} AS part
}
WITH collect(part) AS parts
RETURN {
  ties: [one IN parts WHERE one.ties IS NOT NULL | one.ties][0],
  covers: [one IN parts WHERE one.covers IS NOT NULL | one.covers][0],
  deals: [one IN parts WHERE one.deals IS NOT NULL | one.deals][0],
  families: [one IN parts WHERE one.families IS NOT NULL | one.families][0],
  settings: [one IN parts WHERE one.settings IS NOT NULL | one.settings][0],
  expected: [one IN parts WHERE one.expected IS NOT NULL | one.expected][0]
}
