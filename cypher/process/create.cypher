// Writes processes with their phases and stages.
// $buying: list of maps {process, phases}: properties of the process, a list of those of its phases
// $sales: list of maps {process, stages}: a stage is a map {stage, serves}: its properties, the ids of the phases it serves
CALL () {
  UNWIND $buying AS one
  CREATE (process:BuyingProcess)
  SET process = one.process, process.workspace = $workspace, process.version = 1
  WITH process, one
  UNWIND one.phases AS properties
  CREATE (process)-[:HAS_PHASE]->(phase:Phase)
  SET phase = properties, phase.workspace = $workspace
}
UNWIND $sales AS one
CREATE (process:SalesProcess)
SET process = one.process, process.workspace = $workspace, process.version = 1
WITH process, one
UNWIND one.stages AS part
CREATE (process)-[:HAS_STAGE]->(stage:Stage)
SET stage = part.stage, stage.workspace = $workspace
WITH stage, part
UNWIND part.serves AS served
MATCH (phase:Phase {workspace: $workspace, id: served})
CREATE (stage)-[:SERVES]->(phase)
