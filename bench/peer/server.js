// Serves the peer's schema: `node server.js yoga|apollo PORT PROCESSES`.
import cluster from "node:cluster";
import { createServer } from "node:http";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { createYoga } from "graphql-yoga";
import { makeSchema } from "./schema.js";

const [kind, port, processes] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];

async function yoga(schema) {
  const context = ({ request }) => ({ token: request.headers.get("authorization") });
  const server = createServer(createYoga({ schema, context, graphiql: false, logging: false }));
  await new Promise((listening) => server.listen(port, "127.0.0.1", listening));
}

async function apollo(schema) {
  const context = async ({ req }) => ({ token: req.headers.authorization });
  await startStandaloneServer(new ApolloServer({ schema }), { context, listen: { port, host: "127.0.0.1" } });
}

if (cluster.isPrimary && processes > 1) {
  for (let number = 0; number < processes; number += 1) cluster.fork();
} else {
  await { yoga, apollo }[kind](await makeSchema());
}
