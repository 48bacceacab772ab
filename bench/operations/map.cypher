CYPHER 5
MATCH (d:Deal {workspace: $workspace, id: $id})
WITH d, COLLECT { MATCH (d)<-[:ON]-(m)<-[:SITS_AS]-(p) WHERE m.until IS NULL RETURN [m, p] } AS seats
WITH d, seats, [seat IN seats | seat[1]] AS parties
WITH *, COLLECT { UNWIND parties AS p MATCH (p)<-[v:COVERS]-(t) WHERE v.until IS NULL AND t.isActive RETURN [v, t, p] } AS covers
RETURN {deal: {id: d.id, committee: {map: {
  nodes: COLLECT {
    UNWIND seats AS seat
    WITH seat[0] AS m, seat[1] AS p ORDER BY p:Group, p.id
    RETURN {key: p.id, label: p.name, sublabel: p.title, roles: m.roles, stance: m.stance, influence: m.influence, access: m.access}
  } + COLLECT {
    UNWIND covers AS one
    WITH DISTINCT one[1] AS t
    RETURN {key: t.id, label: t.name, sublabel: null, roles: [], stance: null, influence: null, access: null}
  },
  edges: COLLECT {
    UNWIND parties AS p
    MATCH (p)-[k:REPORTS_TO|INFLUENCES|CONFLICTS_WITH|KNOWS|CONTROLS_ACCESS_TO]->(q) WHERE k.until IS NULL AND q IN parties
    WITH k, p, q ORDER BY k.id
    RETURN {key: k.id, from: p.id, to: q.id, kind: type(k), strength: k.strength, certainty: k.certainty}
  } + [one IN covers | {key: one[0].id, from: one[1].id, to: one[2].id, kind: 'COVERS', strength: one[0].level, certainty: null}]
}}}}
