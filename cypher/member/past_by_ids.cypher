// Reads the members with these ids as they were at a moment, former ones too; none who had not joined yet.
// $ids: list of text
// $at: moment
// $day: day, the moment's
// => id, asOf, version, dealId, since, until, createdAt, stance, influence, access, awareness, favours, assessedAt, party, roles
RETURN COLLECT {
  UNWIND $ids AS id MATCH (m:Member {workspace: $workspace, id: id})-[:ON]->(d) USING INDEX SEEK m:Member(workspace, id)
  WHERE d.createdAt <= $at AND (coalesce(m.since <= $day, true) OR m.until <= $day)
  {{member.past}}
}
