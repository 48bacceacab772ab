"""Everything that touches Neo4j: a folder a noun, a statement a file, its typed stub beside it. Imports nothing of the other rooms."""
