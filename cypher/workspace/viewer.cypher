// Reads the viewer's workspace and team member.
// $id: text, the team member
// => workspace, member
MATCH (w:Workspace {id: $workspace})
MATCH (t:TeamMember {workspace: $workspace, id: $id})
RETURN {workspace: {{workspace}}, member: {{team}}}
