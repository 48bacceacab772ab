// Writes new things, each with the external reference that it came under.
// $rows: list of maps {fields, ref}: the properties of the thing and of the reference, their ids among them
UNWIND $rows AS row
CREATE (e:ExternalRef)-[:NAMES]->(p:Person)
SET p = row.fields, p.workspace = $workspace, e = row.ref, e.workspace = $workspace, e.entityId = p.id
