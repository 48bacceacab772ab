// Apollo Client: pages of a list merged in its cache, entities found there by id and through their interface, a mutation, a refusal.
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { filter, firstValueFrom } from 'rxjs';
import { headers, ids, tell, url } from './service.mjs';

const link = new HttpLink({ uri: url, headers });

async function possibleTypes() {
  const asking = new ApolloClient({ link, cache: new InMemoryCache() });
  const query = gql`{ __schema { types { name kind possibleTypes { name } } } }`;
  const { data } = await asking.query({ query });
  const abstract = data.__schema.types.filter(({ possibleTypes }) => possibleTypes);
  return Object.fromEntries(abstract.map(({ name, possibleTypes }) => [name, possibleTypes.map((one) => one.name)]));
}

const types = await possibleTypes();
const cache = new InMemoryCache({
  possibleTypes: types,
  typePolicies: { Query: { fields: { accounts: relayStylePagination(['orderBy']) } } },
});
const client = new ApolloClient({ link, cache });

const ACCOUNTS = gql`
  query Accounts($first: Int!, $after: String) {
    accounts(orderBy: [{ by: NAME }], first: $first, after: $after) {
      edges { cursor node { id version name } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
const list = client.watchQuery({ query: ACCOUNTS, variables: { first: 4 } });
const merged = () => client.readQuery({ query: ACCOUNTS, variables: { first: 4 } }).accounts;
const names = () => merged().edges.map(({ node }) => node.name);
const watching = list.subscribe(() => {});
const { data: page } = await firstValueFrom(list.pipe(filter(({ loading }) => !loading)));
await list.fetchMore({ variables: { after: page.accounts.pageInfo.endCursor } });
const { hasNextPage } = merged().pageInfo;
const namesBefore = names();

const DEAL = gql`
  query ADeal($id: ID!) {
    deal(id: $id) { id committee { id members { id party { id ...Named } } } }
  }
  fragment Named on Party { name }
`;
const { data: before } = await client.query({ query: DEAL, variables: { id: ids.deal } });
const parties = before.deal.committee.members.map(({ party }) =>
  cache.readFragment({ id: cache.identify(party), fragment: gql`fragment Again on Party { __typename name }` }),
);

const RENAME = gql`
  mutation Rename($input: UpdateAccountInput!) {
    updateAccount(input: $input) {
      ... on Account { id version name }
      ... on Problem { message }
    }
  }
`;
const rename = (input) => client.mutate({ mutation: RENAME, variables: { input } }).then(({ data }) => data.updateAccount);
const { id, version } = merged().edges[0].node;
const renamed = await rename({ id, expectedVersion: version, name: 'A holding of mills' });
const problem = await rename({ id, expectedVersion: version, name: 'Too late' });

const refused = await client.query({ query: gql`{ nothing }` }).catch((error) => error);
const empty = { query: ACCOUNTS, variables: { first: 0 }, fetchPolicy: 'network-only' };
const badPage = await client.query(empty).catch((error) => error);
watching.unsubscribe();

const codes = (error) => CombinedGraphQLErrors.is(error) && error.errors.map(({ extensions }) => extensions.code);
tell({
  party: types.Party,
  firstPage: page.accounts.edges.length,
  hasNextPage,
  namesBefore,
  parties,
  renamed,
  problem: problem.__typename,
  namesAfterwards: names(),
  refused: codes(refused),
  badPage: codes(badPage),
});
