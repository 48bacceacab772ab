// Prints what the Relay rules of @graphql-eslint find in a schema file: ["line: rule: message"].
import { readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import plugin from '@graphql-eslint/eslint-plugin';
import { tell } from './service.mjs';

const schema = readFileSync(process.argv[2], 'utf8');
const found = new Linter().verify(
  schema,
  {
    files: ['**/*.graphql'],
    plugins: { '@graphql-eslint': plugin },
    languageOptions: { parser: plugin.parser, parserOptions: { graphQLConfig: { schema } } },
    rules: {
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/relay-connection-types': 'error',
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
      '@graphql-eslint/relay-page-info': 'error',
    },
  },
  { filename: 'schema.graphql' },
);
tell(found.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`));
