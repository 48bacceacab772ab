// Writes new things, each with the external reference that it came under.
// $rows: list of maps {fields, ref}: the properties of the thing and of the reference, their ids among them
UNWIND $rows AS row
CREATE (e:ExternalRef)-[:NAMES]->(a:Account)
SET a = row.fields, a.workspace = $workspace, e = row.ref, e.workspace = $workspace, e.entityId = a.id
