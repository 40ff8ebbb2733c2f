import type { OrganisationId } from '../../access/types.js';
import type { Keyring } from '../keyring.js';
import type { MatchProposal } from './proposal.js';

/** Under what a description is one match, however often it is asked: a keyed hash, under each key while lookups move. */
export const dedupeKeysOf = (
  keyring: Keyring,
  organisation: OrganisationId,
  proposal: MatchProposal,
): readonly [string, ...string[]] => keyring.lookupKeys('match', JSON.stringify([organisation, canonical(proposal)]));

/** The same however it was typed: names in one case, keys in one order, and not when it is to begin. */
function canonical({ description, nino, externalIds }: MatchProposal): unknown {
  const inOrder = (values: Readonly<Record<string, string | undefined>>): unknown =>
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value?.trim().toUpperCase()])
      .sort();
  return [inOrder(description), nino ?? null, inOrder(externalIds)];
}
