// Reads a page of the Changes of each of these deals' committees: of the deal and all that belongs to it, and of ties between its people.
// $ids: list of text, of deals
// $since: moment, after which they were recorded
// $until: moment, up to which
// $limit: whole number
// => of, items
RETURN COLLECT {
  UNWIND $ids AS of
  RETURN {of: of, items: COLLECT {
    {{change.of_committee}}
    {{page c of of: WITH c}}
    RETURN {{change}}
  }}
}
