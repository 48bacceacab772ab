// Reads groups of people who are probably the same: one e-mail address in any case of letters, or one folded name at one employer. Erased
// people are in none.
// $limit: whole number
// => because, ids
CALL () {
  MATCH (p:Person {workspace: $workspace}) WHERE p.id IS NOT NULL AND p.email IS NOT NULL
  WITH toLower(normalize(p.email, NFKC)) AS key, p ORDER BY p.id
  WITH key, collect(p.id) AS ids WHERE size(ids) > 1
  RETURN 'SAME_EMAIL' AS because, key, ids
  UNION ALL
  MATCH (p:Person {workspace: $workspace}) WHERE p.id IS NOT NULL AND p.employerId IS NOT NULL AND NOT p.isErased
  WITH p.nameKey + '|' + p.employerId AS key, p ORDER BY p.id
  WITH key, collect(p.id) AS ids WHERE size(ids) > 1
  RETURN 'SAME_NAME_AND_EMPLOYER' AS because, key, ids
}
WITH because, key, ids ORDER BY because, key LIMIT $limit
RETURN collect({because: because, ids: ids})
