// Reads how many interactions each of these accounts has, up to 10,000.
// $ids: list of text
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Account {workspace: $workspace, id: of})
  RETURN {of: of, count: COUNT { {{interaction.of_account}} RETURN i LIMIT 10000 }}
}
