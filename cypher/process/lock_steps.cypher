// Locks the processes of these phases and stages, in this order, and reads which of the steps are retired and how many deals are in each.
// $ids: list of text
// => id, retired, deals
CALL () {
  UNWIND $ids AS id
  CALL (id) {
    MATCH (step:Phase {workspace: $workspace, id: id})<-[:HAS_PHASE]-(process) RETURN step, process
    UNION ALL
    MATCH (step:Stage {workspace: $workspace, id: id})<-[:HAS_STAGE]-(process) RETURN step, process
  }
  SET process.lock = true
  RETURN step
}
RETURN collect({id: step.id, retired: step.retired, deals: COUNT { (step)<-[:IN_PHASE|IN_STAGE]-() }})
