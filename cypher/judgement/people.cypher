// Reads people with what tells how close we are to them, up to a moment.
// $ids: list of text
// $at: moment
// => id, name, isPlaceholder, posts, last, contacts, covers
RETURN COLLECT {
  UNWIND $ids AS id MATCH (p:Person {workspace: $workspace, id: id})
  WITH p, $at AS moment
  WITH p, moment, toString(date(left(moment, 10)) - duration('P91D')) AS start
  RETURN {{judgement.person}}
}
