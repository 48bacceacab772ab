// Writes ties' changed properties, each with its next version.
// $rows: list of maps {id, fields}
UNWIND $rows AS row
WITH row, row.id AS id
{{tie.found}}
SET k += row.fields, k.version = k.version + 1
