// Reads which people of a committee are gone: they had a post when they joined, and none is left at any account where they had one.
// $deal_id: text
RETURN COLLECT {
  MATCH (d:Deal {workspace: $workspace, id: $deal_id})<-[:ON]-(m)<-[:SITS_AS]-(p:Person)
  WHERE m.until IS NULL
  WITH p, coalesce(m.since, substring(m.createdAt, 0, 10)) AS joined
  MATCH (p)-[post:WORKS_AT]->(a)
  WHERE (post.since IS NULL OR post.since <= joined) AND (post.until IS NULL OR joined < post.until)
  WITH p, collect(EXISTS { (p)-[now:WORKS_AT]->(a) WHERE now.until IS NULL }) AS stays
  WHERE NOT true IN stays
  RETURN p.id
}
