// Reads when each of these accounts had its latest interaction.
// $ids: list of text
// => of, at
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Account {workspace: $workspace, id: of})
  RETURN {of: of, at: COLLECT { {{interaction.of_account}} RETURN i.at ORDER BY i.at DESC LIMIT 1 }[0]}
}
