// The client preset over the golden operations, and a type for all that the schema has. The schema is asked from the running service.
const config = { strictScalars: true, useTypeImports: true, scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', JSON: 'unknown' } };

module.exports = {
  schema: [{ [process.env.ENDPOINT]: { headers: { authorization: `Bearer ${process.env.TOKEN}` } } }],
  documents: 'operations/*.graphql',
  generates: {
    'generated/': { preset: 'client', presetConfig: { fragmentMasking: { unmaskFunctionName: 'unmasked' } }, config },
    'generated/schema.ts': { plugins: ['typescript'], config },
  },
};
