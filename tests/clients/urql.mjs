// urql: a query from the network and then from its document cache, a mutation that makes it ask again, a refusal, half an answer.
import { Client, cacheExchange, fetchExchange, gql } from '@urql/core';
import { headers, ids, tell, url } from './service.mjs';

const sent = [];
const listening = async (address, init) => {
  const answer = await fetch(address, init);
  const accept = new Headers(init.headers).get('accept');
  sent.push({ method: init.method, accept, status: answer.status, type: answer.headers.get('content-type') });
  return answer;
};
const client = new Client({ url, fetch: listening, fetchOptions: { headers }, exchanges: [cacheExchange, fetchExchange] });

const MILL = gql`query Mill($id: ID!) { account(id: $id) { __typename id version name parent { id name } } }`;
const read = async () => (await client.query(MILL, { id: ids.mill }).toPromise()).data.account;
const RENAME = gql`
  mutation Rename($input: UpdateAccountInput!) {
    updateAccount(input: $input) {
      __typename
      ... on Account { id version name }
      ... on Problem { message }
    }
  }
`;

const first = await read();
const again = await read();
const asked = sent.length;
const { data: renamed } = await client.mutation(RENAME, { input: { id: ids.mill, name: `${first.name} by the river` } }).toPromise();
const afterwards = await read();

const codes = ({ error }) => error.graphQLErrors.map(({ extensions }) => extensions.code);
const refused = await client.query(gql`{ nothing }`, {}).toPromise();
const HALF = gql`query Half($id: ID!) { account(id: $id) { subsidiaries(first: 0) { totalCount } } viewer { permission } }`;
const half = await client.query(HALF, { id: ids.mill }).toPromise();
tell({
  first,
  again,
  asked,
  renamed: renamed.updateAccount,
  afterwards,
  refused: codes(refused),
  half: half.data,
  halfRefused: codes(half),
  sent,
});
