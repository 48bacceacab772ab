// Reads members of committees with what tells how close we are to them, former members too; and the workspace's settings.
// $ids: list of text
// $at: moment
// $day: the moment's day, or null for now; then spans of time end where a closed deal closed
// => seats, settings
MATCH (w:Workspace {id: $workspace})
RETURN {
  settings: w.settings,
  seats: COLLECT {
    UNWIND $ids AS id MATCH (m:Member {workspace: $workspace, id: id})-[:ON]->(d)
    WITH m, d.accountId AS home, {{judgement.span}} AS moment
    WITH m, home, moment, toString(date(left(moment, 10)) - duration('P91D')) AS start
    RETURN {of: m.id, moment: moment, family: {{judgement.family}}, seat: {{judgement.seat}}}
  }
}
