// Writes in step what others repeat of a thing that was hidden or brought back: people's posts, accounts' parents, deals' last interactions
// and alignment.
// $id: text
MATCH (n:Account|Person|Group|Deal|Product|Interaction|Need|Objection|DeletedAccount|DeletedPerson|DeletedGroup|DeletedDeal|DeletedProduct|DeletedInteraction|DeletedNeed|DeletedObjection {workspace: $workspace, id: $id})
CALL (n) {
  UNWIND CASE WHEN n:Person THEN [n] ELSE COLLECT { MATCH (n)<-[r]-(p:Person) WHERE type(r) IN ['WORKS_AT', 'DELETED_WORKS_AT'] RETURN p } END AS p
  {{post.shown}}
}
CALL (n) {
  UNWIND CASE WHEN n:Account THEN [n] ELSE [] END + COLLECT {
    MATCH (n)<-[r]-(a:Account) WHERE type(r) IN ['SUBSIDIARY_OF', 'DELETED_SUBSIDIARY_OF'] RETURN a
  } AS a
  SET a.parentId = COLLECT { MATCH (a)-[:SUBSIDIARY_OF]->(above) RETURN above.id }[0]
}
CALL (n) {
  MATCH (n)-[r]->(d:Deal) WHERE type(r) IN ['ABOUT', 'DELETED_ABOUT']
  SET d.lock = true
  WITH d
  {{interaction.latest}}
}
CALL (n) {
  UNWIND CASE WHEN n:Deal THEN [n] ELSE COLLECT { MATCH (n)-[:HAS_DEAL]->(d:Deal) RETURN d } END AS d
  {{interaction.latest}}
  WITH d
  {{deal.alignment}}
}
