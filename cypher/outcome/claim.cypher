// Writes a claim on an idempotency key, or waits for whoever holds it and reads what came of it. Forgets this key's answer where it is
// past its time, and a few others that are.
// $scope: text, the team member, the mutation and the key
// $hash: text, of the input
// $at: moment
// $expired: moment, before which answers are forgotten
// => hash, answer
CALL () {
  MATCH (old:Outcome {workspace: $workspace, scope: $scope}) WHERE old.keptAt < $expired
  DELETE old
}
CALL () {
  MATCH (old:Outcome {workspace: $workspace}) WHERE old.keptAt < $expired
  WITH old LIMIT 20
  DELETE old
}
MERGE (o:Outcome {workspace: $workspace, scope: $scope})
ON CREATE SET o.hash = $hash, o.keptAt = $at, o.id = $scope
RETURN o {.hash, .answer}
