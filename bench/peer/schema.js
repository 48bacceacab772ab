// The peer's schema over our graph, and its connection to the database.
import { readFileSync } from "node:fs";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const typeDefs = readFileSync(new URL("types.graphql", import.meta.url), "utf8");

export const driver = neo4j.driver(
  process.env.NEO4J_URI,
  neo4j.auth.basic(process.env.NEO4J_USER, process.env.NEO4J_PASSWORD),
  { telemetryDisabled: true },
);

export const makeSchema = () =>
  new Neo4jGraphQL({ typeDefs, driver, features: { authorization: { key: process.env.BENCH_SECRET } } }).getSchema();
