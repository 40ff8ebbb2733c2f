import type { OrganisationId } from '../access/types.js';
import { VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import { nextDue } from './clocks.js';
import type { ReferralDocument } from './document.js';
import type { PlaceOffers } from './place-offers.js';
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

/** Whether the task of a free place asks for nothing any more: whoever waited for one waits no longer. */
const isOfferOver = ({ offer, state }: Pick<ReferralDocument, 'offer' | 'state'>): boolean =>
  offer !== undefined && state !== 'ON_HOLD';

const isRelationDue = ({ relation }: Pick<ReferralDocument, 'relation'>): boolean =>
  relation === 'BEGIN_DUE' || relation === 'END_DUE';

/** When somebody has to look at a referral next: at once where its relation or its offer is due, else when its next clock runs out. */
export const nextLook = (
  referral: Pick<ReferralDocument, 'relation' | 'clocks' | 'offer' | 'state'>,
  at: string,
): string => (isRelationDue(referral) || isOfferOver(referral) ? at : nextDue(referral.clocks));

/** Does what is due about the relation of a referral and about a place that was offered, and writes down that it is done. */
export function createRelationSettling({
  store,
  relations,
  offers,
}: {
  store: Store;
  relations: Relations;
  offers: Pick<PlaceOffers, 'close'>;
}) {
  const referrals = store.collection('referrals');
  return async (referral: ReferralDocument): Promise<ReferralDocument> => {
    if (!isRelationDue(referral) && !isOfferOver(referral)) return referral;
    for (let current = referral, isMoved = false; ;) {
      const { version, offer, relation, ...kept } = current;
      const isOver = isOfferOver(current);
      if (offer !== undefined && isOver) await offers.close(current, offer);
      const begins = relation === 'BEGIN_DUE' || relation === 'HELD';
      // Where it was moved meanwhile, what holds now is done, whatever was done before it.
      if (relation !== undefined && (isMoved || isRelationDue(current))) {
        await (begins ? relations.begin(relationOf(current)) : relations.end(relationOf(current)));
      }
      if (!isRelationDue(current) && !isOver) return current;
      const settled = {
        ...kept,
        ...(offer !== undefined && !isOver && { offer }),
        ...(relation !== undefined && { relation: begins ? ('HELD' as const) : ('ENDED' as const) }),
        nextClockAt: nextDue(kept.clocks),
      };
      try {
        return await referrals.replace(settled, version);
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        isMoved = true;
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
