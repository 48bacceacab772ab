// Writes processes and those of their phases and stages that are named: new ones, and what is new of the others.
// $buying: list of maps {process, phases}: the process's properties, the id among them; a phase is a map {phase, expects}: its properties, and
//   those of all the roles that it expects
// $sales: list of maps {process, stages}: a stage is a map {stage, serves}: its properties, and the ids of all the phases that it serves
CALL () {
  UNWIND $buying AS one
  MERGE (process:BuyingProcess {workspace: $workspace, id: one.process.id})
  SET process += one.process
  WITH process, one
  UNWIND one.phases AS part
  MERGE (phase:Phase {workspace: $workspace, id: part.phase.id})
  SET phase += part.phase
  MERGE (process)-[:HAS_PHASE]->(phase)
  WITH phase, part
  CALL (phase) {
    MATCH (phase)-[:EXPECTS]->(old) DETACH DELETE old
  }
  UNWIND part.expects AS expected
  CREATE (phase)-[:EXPECTS]->(role:RoleExpectation)
  SET role = expected, role.workspace = $workspace
}
CALL () {
  UNWIND $sales AS one
  MERGE (process:SalesProcess {workspace: $workspace, id: one.process.id})
  SET process += one.process
  WITH process, one
  UNWIND one.stages AS part
  MERGE (stage:Stage {workspace: $workspace, id: part.stage.id})
  SET stage += part.stage
  MERGE (process)-[:HAS_STAGE]->(stage)
  WITH stage, part
  CALL (stage) {
    MATCH (stage)-[old:SERVES]->() DELETE old
  }
  UNWIND part.serves AS served
  MATCH (phase:Phase {workspace: $workspace, id: served})
  CREATE (stage)-[:SERVES]->(phase)
}
