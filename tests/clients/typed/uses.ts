// What a client's code relies on in the generated types: what may be null, which kinds there are. It is compiled, never run.
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import { unmasked } from './generated';
import { BriefAndWholeDocument, DealWithCommitteeDocument, NodesDocument, ShownFragmentDoc } from './generated/graphql';
import type { AccountResult, Scalars } from './generated/schema';

export const asked: VariablesOf<typeof DealWithCommitteeDocument> = { deal: 'an id' };
// @ts-expect-error: the variable is needed
export const lacking: VariablesOf<typeof DealWithCommitteeDocument> = {};
// @ts-expect-error: nodes takes a list of ids that are there
export const broken: VariablesOf<typeof NodesDocument> = { account: 'an id', things: [null] };

export function described(told: ResultOf<typeof DealWithCommitteeDocument>): string[] {
  // @ts-expect-error: a deal that is not there is null
  told.deal.name;
  const amount: string | undefined = told.deal?.amount?.amount;
  const members = told.deal?.committee.members ?? [];
  return [amount ?? '', ...members.map(({ party, stance }) => `${party.__typename === 'Person' ? party.title : party.groupKind} ${stance}`)];
}

export function placed(told: ResultOf<typeof BriefAndWholeDocument>): number {
  const members = unmasked(ShownFragmentDoc, told.brief?.committee.members) ?? [];
  return members.reduce((sum, { party }) => sum + party.memberships.totalCount, 0);
}

export function outcome(told: AccountResult): Scalars['ID']['output'] | string {
  switch (told.__typename) {
    case 'Account':
      return told.id;
    case 'InvalidInput':
      return told.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join();
    case 'Conflict':
      return told.reason;
    case 'NotFound':
    case 'Forbidden':
    case undefined:
      return 'not for us';
  }
}
