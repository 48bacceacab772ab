// Reads when each of these members last took part in an interaction, a group through the people who belonged to it; up to a moment.
// $ids: list of text
// $at: moment, or null for now
// $day: the moment's day, or null for now
// => of, at
RETURN COLLECT {
  UNWIND $ids AS of MATCH (m:Member {workspace: $workspace, id: of})<-[:SITS_AS]-(p)
  RETURN {of: of, at: COLLECT {
    CALL (p) {
      MATCH (p)-[k:TOOK_PART_IN]->()
      RETURN k
      UNION ALL
      MATCH (p)<-[b:BELONGS_TO]-(q)
      WHERE CASE WHEN $day IS NULL THEN b.until IS NULL ELSE coalesce(b.since, '') <= $day AND (b.until IS NULL OR $day < b.until) END
      CALL (q) { MATCH (q)-[k:TOOK_PART_IN]->() RETURN k }
      RETURN k
    }
    WITH k WHERE $at IS NULL OR k.at <= $at
    RETURN k.at ORDER BY k.at DESC LIMIT 1
  }[0]}
}
