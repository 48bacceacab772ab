// Reads whether anybody but this team member is an active administrator.
// $id: text
RETURN EXISTS {
  MATCH (t:TeamMember {workspace: $workspace}) USING INDEX SEEK t:TeamMember(workspace, id)
  WHERE t.id IS NOT NULL AND t.id <> $id AND t.permission = 'ADMIN' AND t.isActive
}
