// Writes the Changes of a transaction, and its outcome where a key was given. Runs last: the workspace's lock makes order of number and order of commit the same.
// $changes: list of maps
// $outcome: map {scope, answer}, or null
MATCH (w:Workspace {id: $workspace})
SET w.lock = true
WITH w
SET w.changeSeq = w.changeSeq + size($changes)
WITH w.changeSeq - size($changes) AS before
FOREACH (place IN range(0, size($changes) - 1) |
  CREATE (c:Change)
  SET c = $changes[place], c.workspace = $workspace, c.seq = before + place + 1
)
WITH before
MATCH (o:Outcome {workspace: $workspace, scope: $outcome.scope})
SET o.answer = $outcome.answer
