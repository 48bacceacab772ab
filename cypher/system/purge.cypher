// Writes the end of a workspace: removes up to $limit of its nodes, and tells how many went. Team members go first, so that nobody
// signs in to half a workspace; the workspace itself goes last, so that a purge cut short finds it again.
// $id: text
// $limit: whole number
MATCH (n) WHERE n.workspace = $id OR (n:Workspace AND n.id = $id)
WITH n ORDER BY n:TeamMember DESC, n:Workspace LIMIT $limit
DETACH DELETE n
RETURN count(*)
