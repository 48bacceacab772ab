// Reads {schema, statements: {name: text}} as JSON and answers {name: [what Neo4j's linter says, in lines of the text]}.
// That a parameter has no value here is left out: the header of the file declares it, and the sweep sends one.
import { readFileSync } from 'node:fs';
import { isNotParamError, lintCypherQuery } from '@neo4j-cypher/language-support';

const { schema, statements } = JSON.parse(readFileSync(0, 'utf8'));
const told = {};
for (const [name, text] of Object.entries(statements)) {
  const { diagnostics } = lintCypherQuery(text, schema);
  told[name] = diagnostics.filter(isNotParamError).map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}
process.stdout.write(JSON.stringify(told));
