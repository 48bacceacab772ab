"""The side-by-side benchmarks: the service against a bare route and against @neo4j/graphql, over one Neo4j. Nothing here is served."""
