// Reads what each of these accounts might buy too: what goes with something won there, and was never won nor is in an open deal; for each
//   product what it goes with, of several the one bought last.
// $ids: list of text
// $most: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (a:Account {workspace: $workspace, id: of})
  CALL (a) {
    MATCH (a)-[:HAS_DEAL]->(d) WHERE d.status = 'WON'
    CALL (d) { MATCH (d)-[:SELLS]->(bought) RETURN bought }
    WITH a, bought, max(d.closedAt) AS at
    CALL (bought) { MATCH (bought)-[:GOES_WITH]->(x) RETURN x }
    WITH a, bought, at, x
    WHERE NOT EXISTS { (a)-[:HAS_DEAL]->(other)-[:SELLS]->(x) WHERE other.status IN ['WON', 'OPEN'] }
    WITH x, bought, at ORDER BY at DESC, bought.id
    WITH x, collect({id: bought.id, at: at})[0] AS latest
    WITH x, latest ORDER BY latest.at DESC, x.name, x.id LIMIT $most
    RETURN collect({product: {{product}}, becauseId: latest.id, boughtAt: latest.at}) AS items
  }
  RETURN {of: of, items: items}
}
