// Reads all processes of the workspace, with their phases and stages in order.
// => buying, sales
RETURN {
  buying: COLLECT {
    MATCH (one:BuyingProcess {workspace: $workspace}) WHERE one.key IS NOT NULL
    RETURN one {.id, .version, .key, .locales, .names, phases: COLLECT {
      MATCH (one)-[:HAS_PHASE]->(phase)
      RETURN phase {.id, .key, .position, .locales, .names, .awareness, .afterPurchase, .maxHealthyDays, .retired} ORDER BY phase.position, phase.id
    }} ORDER BY one.key
  },
  sales: COLLECT {
    MATCH (one:SalesProcess {workspace: $workspace}) WHERE one.key IS NOT NULL
    RETURN one {.id, .version, .key, .locales, .names, stages: COLLECT {
      MATCH (one)-[:HAS_STAGE]->(stage)
      RETURN stage {.id, .key, .position, .locales, .names, .probability, .maxHealthyDays, .retired, serves: COLLECT {
        MATCH (stage)-[:SERVES]->(phase) WHERE NOT phase.retired RETURN phase.id ORDER BY phase.id
      }} ORDER BY stage.position, stage.id
    }} ORDER BY one.key
  }
}
