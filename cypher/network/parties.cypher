// Reads these people and groups with the groups' people, the ties among them, and whom of them we know.
// $ids: list of text
// $kinds: list of text, or null for ties of all kinds
// $day: day on which it held, or null for now
// $steps: whole number, how many ties are looked at
// => people, groups, ties, covers
CALL () {
  UNWIND $ids AS id MATCH (x:Person|Group {workspace: $workspace, id: id})
  RETURN collect(x) AS parties
}
{{network.drawn}}
RETURN drawn
