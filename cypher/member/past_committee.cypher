// Reads the committees of these deals as they were at a moment: who sat on them, or only who did once before. None where there was no deal yet.
// $ids: list of text
// $at: moment
// $day: day, the moment's
// $former: boolean
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (d:Deal {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    MATCH (d)<-[:ON]-(m) WHERE d.createdAt <= $at
      AND CASE WHEN $former THEN m.until <= $day ELSE coalesce(m.since <= $day, true) AND coalesce($day < m.until, true) END
    WITH m ORDER BY m.id
    {{member.past}}
  }}
}
