// Reads the texts of these processes, phases and stages.
// $ids: list of text
// => id, texts
RETURN COLLECT {
  UNWIND $ids AS id
  CALL (id) {
    MATCH (one:Phase {workspace: $workspace, id: id}) RETURN one.texts AS texts
    UNION ALL
    MATCH (one:Stage {workspace: $workspace, id: id}) RETURN one.texts AS texts
    UNION ALL
    MATCH (one:BuyingProcess {workspace: $workspace, id: id}) RETURN one.texts AS texts
    UNION ALL
    MATCH (one:SalesProcess {workspace: $workspace, id: id}) RETURN one.texts AS texts
  }
  RETURN {id: id, texts: texts}
}
