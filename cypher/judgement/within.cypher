// Reads the ties that leave the people of these committees, and the chains of managers above them, as they stood on a day.
// $ids: list of text
// $day: day, or null for now
// => of, ties
RETURN COLLECT {
  UNWIND $ids AS of MATCH (d:Deal {workspace: $workspace, id: of})
  RETURN {of: of, ties: COLLECT {
    MATCH (d)<-[:ON]-(m) WHERE {{judgement.sitting}}
    {{judgement.peopled}}
    WITH DISTINCT p
    CALL (p) {
      MATCH (p)-[k:KNOWS|INFLUENCES|CONTROLS_ACCESS_TO]->() WHERE {{judgement.holding}}
      RETURN k
      UNION ALL
      MATCH (p)-[chain:REPORTS_TO*]->() WHERE all(k IN chain WHERE {{judgement.holding}})
      RETURN chain[-1] AS k
    }
    WITH DISTINCT k
    RETURN [type(k), startNode(k).id, endNode(k).id, k.strength]
  }}
}
