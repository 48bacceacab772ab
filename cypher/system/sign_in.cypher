// Reads the active team members whom a token's subject may be; two at most, which is enough to know that it is not one.
// $subject: text
// $workspace_id: text, or null where the token names none
// => id, workspace, permission, timeZone, currency, defaultLocale, secret
CALL () {
  MATCH (t:TeamMember {subject: $subject})
  WHERE t.isActive AND ($workspace_id IS NULL OR t.workspace = $workspace_id)
  MATCH (w:Workspace {id: t.workspace})
  RETURN t {.id, .workspace, .permission, timeZone: w.timeZone, currency: w.currency, defaultLocale: w.defaultLocale, secret: w.secret} AS viewer LIMIT 2
}
RETURN collect(viewer)
