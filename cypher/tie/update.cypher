// Writes a tie's changed properties and its next version.
// $id: text
// $fields: map of properties
WITH $id AS id
{{tie.found}}
SET k += $fields, k.version = k.version + 1
RETURN k.version
