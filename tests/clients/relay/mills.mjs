// Relay's runtime with the compiled artifacts: a connection page by page, refetched through node(id:), and a mutation that its store takes in.
import { createRequire } from 'node:module';
import relay from 'relay-runtime';
import { headers, ids, tell, url } from './service.mjs';

const artifact = (name) => createRequire(import.meta.url)(`./src/__generated__/${name}.graphql.js`);
const [query, page, fragment, rename] = ['millsQuery', 'millsPaginationQuery', 'mills_account', 'millsRenameMutation'].map(artifact);

async function ask({ text }, variables) {
  const given = { ...headers, 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json;q=0.9' };
  const answer = await fetch(url, { method: 'POST', headers: given, body: JSON.stringify({ query: text, variables }) });
  return answer.json();
}

const environment = new relay.Environment({ network: relay.Network.create(ask), store: new relay.Store(new relay.RecordSource()) });
const operation = relay.createOperationDescriptor(query, { holding: ids.holding });
environment.retain(operation);

/** What a component of the page sees. */
function seen() {
  const { account } = environment.lookup(operation.fragment).data;
  return environment.lookup(relay.getSingularSelector(fragment, account)).data.subsidiaries;
}

const names = () => seen().edges.map(({ node }) => node.name);
const pages = [];
await relay.fetchQuery(environment, query, { holding: ids.holding }).toPromise();
pages.push(names());
while (seen().pageInfo.hasNextPage) {
  await relay.fetchQuery(environment, page, { id: ids.holding, count: 2, cursor: seen().pageInfo.endCursor }).toPromise();
  pages.push(names());
}

const change = (input) =>
  new Promise((onCompleted, onError) => relay.commitMutation(environment, { mutation: rename, variables: { input }, onCompleted, onError }));
const { updateAccount: renamed } = await change({ id: ids.mill, expectedVersion: 1, name: 'The mill by the river' });
const { updateAccount: late } = await change({ id: ids.mill, expectedVersion: 1, name: 'Too late' });
tell({ pages, renamed, late, afterwards: names() });
