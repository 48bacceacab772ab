// Writes the end of a workspace: removes up to $limit of its nodes of one batch, and tells how many went.
// $id: text
// $limit: whole number
MATCH (n) WHERE n.workspace = $id OR (n:Workspace AND n.id = $id)
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*)
