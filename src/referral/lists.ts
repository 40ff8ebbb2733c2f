import type { ClientId, OrganisationId } from '../access/types.js';
import type { Key, Store } from '../store/port.js';
import type { ReferralDocument } from './document.js';
import type { ReferralSide, ReferralState } from './words.js';

/** Referrals, many at a time. */
export interface ReferralLists {
  /** By state, oldest first within each. */
  ofOrganisation(
    organisation: OrganisationId,
    side: ReferralSide,
    states: readonly ReferralState[],
    limit: number,
    after?: readonly Key[],
  ): Promise<readonly ReferralDocument[]>;
  /** Of one person, under all ids that they have had: newest first under each. */
  ofClient(ids: readonly ClientId[], limit: number, after?: readonly Key[]): Promise<readonly ReferralDocument[]>;
  /** Oldest first. */
  ofConversation(correlationId: string): Promise<readonly ReferralDocument[]>;
  /**
   * Other referrals of the same person to the same programme that were open at the same time. Read, not stored: two that are
   * submitted in the same moment find each other whichever comes first.
   */
  overlapping(referral: ReferralDocument, ids: readonly ClientId[]): Promise<readonly ReferralDocument[]>;
}

/** Nobody has more; a conversation neither. */
const most = 200;

const sideIndexes = {
  REQUESTER: ['requesterOrganisation_state_submittedAt', 'requesterOrganisation'],
  GATEWAY: ['gatewayOrganisation_state_submittedAt', 'gatewayOrganisation'],
  TARGET: ['targetOrganisation_state_submittedAt', 'targetOrganisation'],
} as const;

export function createReferralLists(store: Store): ReferralLists {
  const collection = store.collection('referrals');
  return {
    ofOrganisation(organisation, side, states, limit, after) {
      const [index, field] = sideIndexes[side];
      const where = { [field]: organisation, state: { in: states } };
      return collection.find({ index, where, limit, ...(after && { after }) });
    },
    ofClient: (ids, limit, after) =>
      collection.find({
        index: 'clientId_submittedAt',
        where: { clientId: { in: ids } },
        order: 'descending',
        limit,
        ...(after && { after }),
      }),
    ofConversation: (correlationId) =>
      collection.find({ index: 'correlationId_submittedAt', where: { correlationId }, limit: most }),
    async overlapping({ id, programme, submittedAt, closedAt, state }, ids) {
      if (state === 'DRAFT') return [];
      const others = await collection.find({
        index: 'clientId_submittedAt',
        where: { clientId: { in: ids } },
        limit: most,
      });
      return others.filter(
        (other) =>
          other.id !== id &&
          other.programme === programme &&
          other.state !== 'DRAFT' &&
          other.state !== 'ENTERED_IN_ERROR' &&
          other.submittedAt <= closedAt &&
          submittedAt <= other.closedAt,
      );
    },
  };
}
