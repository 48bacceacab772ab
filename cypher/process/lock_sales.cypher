// Locks the sales process with this key, or that of a stage, and reads its id.
// $key: text, or null
// $stage_id: text, or null
CALL () {
  MATCH (process:SalesProcess {workspace: $workspace, key: $key}) RETURN process
  UNION
  MATCH (:Stage {workspace: $workspace, id: $stage_id})<-[:HAS_STAGE]-(process) RETURN process
}
SET process.lock = true
RETURN process.id
