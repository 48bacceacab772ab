// Reads how many Changes of each of these deals' committees there are, up to 10,000.
// $ids: list of text, of deals
// $since: moment, after which they were recorded
// $until: moment, up to which
// => of, count
RETURN COLLECT {
  UNWIND $ids AS of
  RETURN {of: of, count: COUNT {
    {{change.of_committee}}
    RETURN c LIMIT 10000
  }}
}
