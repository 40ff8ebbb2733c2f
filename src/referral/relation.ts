import type { OrganisationId } from '../access/types.js';
import { VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import { nextDue } from './clocks.js';
import type { ReferralDocument } from './document.js';
import { isOpen } from './words.js';

/**
 * Whoever has taken a referral on works with the person for as long as it is open. What has to be done about that stands in the
 * referral, written with the move that brings it about, so that a crash leaves it to be done and never undone.
 */
export const relationStates = ['BEGIN_DUE', 'HELD', 'END_DUE', 'ENDED'] as const;
export type RelationState = (typeof relationStates)[number];

/** Who works with whom: what the directory of people does about it. Both are done once, however often they are asked for. */
export interface Relations {
  begin(relation: Relation): Promise<void>;
  end(relation: Relation): Promise<void>;
}

/** An organisation, a person, the referral because of which, and the instant of the move. */
export interface Relation extends Pick<ReferralDocument, 'clientId'> {
  readonly organisation: OrganisationId;
  readonly referral: string;
  readonly at: string;
}

/** What a referral says of the relation after a move, or after it was said whom it means. */
export function relationAfter({
  relation,
  state,
  clientId,
  history,
}: Pick<ReferralDocument, 'relation' | 'state' | 'clientId' | 'history'>): RelationState | undefined {
  const isTakenOn = history.some(({ move }) => move === 'ACCEPT') && isOpen(state);
  if (isTakenOn && !clientId.startsWith('unidentified:')) return relation === 'HELD' ? 'HELD' : 'BEGIN_DUE';
  return relation === 'HELD' || relation === 'BEGIN_DUE' ? 'END_DUE' : relation;
}

/** When somebody has to look at a referral next: at once where its relation is due, else when its next clock runs out. */
export const nextLook = ({ relation, clocks }: Pick<ReferralDocument, 'relation' | 'clocks'>, at: string): string =>
  relation === 'BEGIN_DUE' || relation === 'END_DUE' ? at : nextDue(clocks);

/** Does what is due about the relation of a referral, and writes down that it is done. */
export function createRelationSettling({ store, relations }: { store: Store; relations: Relations }) {
  const referrals = store.collection('referrals');
  return async (referral: ReferralDocument): Promise<ReferralDocument> => {
    if (referral.relation !== 'BEGIN_DUE' && referral.relation !== 'END_DUE') return referral;
    for (let current = referral; ;) {
      const begins = current.relation === 'BEGIN_DUE' || current.relation === 'HELD';
      await (begins ? relations.begin(relationOf(current)) : relations.end(relationOf(current)));
      if (current.relation === 'HELD' || current.relation === 'ENDED') return current;
      const { version, ...kept } = current;
      const settled = { ...kept, relation: begins ? ('HELD' as const) : ('ENDED' as const) };
      try {
        return await referrals.replace({ ...settled, nextClockAt: nextDue(kept.clocks) }, version);
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        // Moved meanwhile: what holds now is done, whatever was done before it.
        current = (await referrals.get(current.id)) ?? current;
      }
    }
  };
}

export type RelationSettling = ReturnType<typeof createRelationSettling>;

const relationOf = ({ id, clientId, targetOrganisation, history }: ReferralDocument): Relation => ({
  organisation: targetOrganisation,
  clientId,
  referral: id,
  at: history.at(-1)?.at ?? '',
});
