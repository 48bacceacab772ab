// Counts database hits: reads [{query, variables, token}] from standard input, runs each with PROFILE in front, writes their numbers.
import { readFileSync } from "node:fs";
import { graphql } from "graphql";
import { driver, makeSchema } from "./schema.js";

const below = (plan) => (plan.dbHits ?? 0) + plan.children.reduce((sum, child) => sum + below(child), 0);

// What @neo4j/graphql takes for a transaction: something with `run`.
function profiled(session, counted) {
  return {
    async run(text, parameters) {
      const result = await session.run(text.replace(/^CYPHER 5\n/, "CYPHER 5 PROFILE\n"), parameters);
      counted.hits += below(result.summary.profile);
      return result;
    },
  };
}

const schema = await makeSchema();
const answers = [];
for (const { query, variables, token } of JSON.parse(readFileSync(0, "utf8"))) {
  const counted = { hits: 0 };
  const session = driver.session({ database: "neo4j" });
  const contextValue = { token, executionContext: profiled(session, counted) };
  const { errors } = await graphql({ schema, source: query, variableValues: variables, contextValue });
  await session.close();
  if (errors) throw errors[0];
  answers.push(counted.hits);
}
console.log(JSON.stringify(answers));
await driver.close();
