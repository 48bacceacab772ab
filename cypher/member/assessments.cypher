// Reads a page of what was judged of each of these members.
// $ids: list of text
// $at: moment up to which, or null for all
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of MATCH (parent:Member {workspace: $workspace, id: of})
  RETURN {of: of, items: COLLECT {
    {{page s of parent: MATCH (parent)-[:ASSESSED]->(s) WHERE ($at IS NULL OR s.at <= $at)}}
    RETURN {{member.assessment}}
  }}
}
