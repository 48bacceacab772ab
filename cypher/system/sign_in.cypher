// Reads the active team members whom a token's subject may be; two at most, which is enough to know that it is not one.
// $subject: text
// $workspace_id: text, or null where the token names none
// => id, workspace, permission
CALL () {
  MATCH (t:TeamMember {subject: $subject})
  WHERE t.isActive AND ($workspace_id IS NULL OR t.workspace = $workspace_id)
  RETURN t LIMIT 2
}
RETURN collect(t {.id, .workspace, .permission})
