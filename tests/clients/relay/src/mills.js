// What a page of a holding's mills asks, for relay-compiler to read.
import { graphql } from 'relay-runtime';

graphql`
  query millsQuery($holding: ID!) {
    account(id: $holding) {
      id
      ...mills_account
    }
  }
`;

graphql`
  fragment mills_account on Account
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" })
  @refetchable(queryName: "millsPaginationQuery") {
    name
    subsidiaries(first: $count, after: $cursor) @connection(key: "mills_subsidiaries") {
      edges {
        node {
          id
          version
          name
        }
      }
    }
  }
`;

graphql`
  mutation millsRenameMutation($input: UpdateAccountInput!) {
    updateAccount(input: $input) {
      __typename
      ... on Account {
        id
        version
        name
      }
      ... on Conflict {
        reason
        currentEntity {
          id
          ... on Account {
            version
            name
          }
        }
      }
    }
  }
`;
