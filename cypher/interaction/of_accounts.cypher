// Reads a page of the interactions of each of these accounts: about its deals, or with somebody who had a post there on that day.
// $ids: list of text
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Account {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page i of parent: {{interaction.of_account}} WITH i WHERE true}}
    RETURN {{interaction}}
  }}
}
