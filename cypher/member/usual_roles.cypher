// Reads who has a post at an account now whose holder usually plays roles, and which; several posts are taken together.
// $account_id: text
// => personId, roles
RETURN COLLECT {
  MATCH (a:Account {workspace: $workspace, id: $account_id})<-[w:WORKS_AT]-(p)
  WHERE w.until IS NULL AND size(w.usualRoles) > 0
  UNWIND w.usualRoles AS role
  WITH p, role ORDER BY p.id, role
  WITH p, collect(DISTINCT role) AS roles
  RETURN {personId: p.id, roles: roles}
}
