import { setImmediate as breathe } from 'node:timers/promises';
import type { OrganisationId } from '../access/types.js';
import { daysBetween } from '../programme/calendar.js';
import type { ReferralDocument } from '../referral/document.js';
import { referralStates, type ReferralReason } from '../referral/words.js';
import { moveRules } from '../referral/moves.js';
import type { Key, Store } from '../store/port.js';
import { createMedian } from './median.js';

/** Exact numbers of what became of referrals that were sent in a stretch of time (HWS-35). */
export interface ReferralCounts {
  readonly sent: number;
  readonly accepted: number;
  /** Rejected or expired: somebody was sent back. */
  readonly bounced: number;
  readonly bounceReasons: readonly { readonly reason: ReferralReason; readonly count: number }[];
  /** Somebody has spoken to the person. */
  readonly contacted: number;
  /** From being sent to the first contact; null where nobody was contacted. */
  readonly medianDaysToFirstContact: number | null;
}

/** Referrals to a programme's gateways; where an organisation is named, only those that it answers, as gateway or as target. */
export interface ReferralQuery {
  readonly programme: string;
  /** ISO days: from the first to before the second. */
  readonly from: string;
  readonly before: string;
  readonly gateways: readonly OrganisationId[];
  readonly organisation?: OrganisationId;
}

export type CountReferrals = (query: ReferralQuery, signal: AbortSignal) => Promise<ReferralCounts>;

const batch = 200;
const counted = referralStates.filter((state) => state !== 'DRAFT' && state !== 'ENTERED_IN_ERROR');
const bounceReasons = [...new Set([...(moveRules.REJECT.reasons ?? []), ...(moveRules.EXPIRE.reasons ?? [])])];

/** Counts referrals as they are read, and keeps none. */
export function createCountReferrals(store: Store): CountReferrals {
  const referrals = store.collection('referrals');
  return async ({ programme, from, before, gateways, organisation }, signal) => {
    const [count, result] = createCount();
    const submittedAt = { gte: from, lt: before };
    const all = async (
      page: (after: readonly Key[] | undefined) => Promise<readonly ReferralDocument[]>,
      isOurs: (referral: ReferralDocument) => boolean = () => true,
    ) => {
      let after: readonly Key[] | undefined;
      for (;;) {
        signal.throwIfAborted();
        const found = await page(after);
        for (const each of found) if (each.programme === programme && isOurs(each)) count(each);
        const last = found.at(-1);
        if (!last || found.length < batch) return;
        after = [last.submittedAt, last.id];
        await breathe();
      }
    };
    const more = (after: readonly Key[] | undefined) => ({ limit: batch, ...(after && { after }) });
    const at = organisation === undefined ? gateways : gateways.filter((each) => each === organisation);
    for (const state of counted) {
      for (const gatewayOrganisation of new Set(at)) {
        const where = { gatewayOrganisation, state, submittedAt };
        const index = 'gatewayOrganisation_state_submittedAt';
        await all((after) => referrals.find({ index, where, ...more(after) }));
      }
      if (organisation === undefined) continue;
      const where = { targetOrganisation: organisation, state, submittedAt };
      const index = 'targetOrganisation_state_submittedAt';
      // Those of its own gateway are counted already.
      const isOthers = (each: ReferralDocument): boolean => each.gatewayOrganisation !== organisation;
      await all((after) => referrals.find({ index, where, ...more(after) }), isOthers);
    }
    return result();
  };
}

function createCount(): readonly [count: (referral: ReferralDocument) => void, result: () => ReferralCounts] {
  const waits = createMedian();
  const reasons = new Map<ReferralReason, number>();
  const seen = { sent: 0, accepted: 0, bounced: 0, contacted: 0 };
  return [
    ({ history, state, submittedAt }) => {
      seen.sent += 1;
      if (history.some(({ move }) => move === 'ACCEPT')) seen.accepted += 1;
      if (state === 'REJECTED' || state === 'EXPIRED') {
        seen.bounced += 1;
        const reason = history.at(-1)?.reason;
        if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
      const first = history.find(({ move }) => move === 'RECORD_FIRST_CONTACT');
      if (!first) return;
      seen.contacted += 1;
      waits.add(daysBetween(submittedAt.slice(0, 10), first.at.slice(0, 10)));
    },
    () => ({
      ...seen,
      bounceReasons: bounceReasons.map((reason) => ({ reason, count: reasons.get(reason) ?? 0 })),
      medianDaysToFirstContact: waits.result(),
    }),
  ];
}
