import { createHash } from 'node:crypto';
import type { OrganisationId } from '../access/types.js';
import type { HubEvent } from '../store/documents/event-slot.js';
import { VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import { tellParties } from './changes.js';
import { noClocks, overdue, type RunningClock } from './clocks.js';
import type { ReferralDocument } from './document.js';
import { createRelationSettling, nextLook, type Relations } from './relation.js';
import { step } from './step.js';
import type { PlaceOffers } from './place-offers.js';
import type { ReferralClock } from './words.js';

export interface ClockWatchParts {
  readonly store: Store;
  /** Who works with whom: what a crash left to be done about it is done here. */
  readonly relations: Relations;
  readonly offers: Pick<PlaceOffers, 'close'>;
  /** Raises the task of a clock that ran out; once, however often it is called. */
  readonly raise: (referral: ReferralDocument, clock: RunningClock, owner: OrganisationId) => Promise<void>;
  readonly emit: (event: HubEvent) => Promise<void>;
  readonly now: () => number;
}

const batch = 100;

/** Whose task it is: the gateway's until somebody has taken the work on, then the target's. */
const ownerOf = (referral: ReferralDocument, clock: ReferralClock): OrganisationId =>
  ['FIRST_CONTACT', 'UPDATE', 'ACHIEVEMENT'].includes(clock)
    ? referral.targetOrganisation
    : referral.gatewayOrganisation;

/** The clocks of all referrals: what ran out becomes a task, once; what nobody answered in time is closed, with its reason. */
export function createClockWatch({ store, relations, offers, raise, emit, now }: ClockWatchParts) {
  const settleRelation = createRelationSettling({ store, relations, offers });
  const referrals = store.collection('referrals');

  /** Looks once at what has run out. Several hubs may do so at once. */
  async function watchDue(): Promise<void> {
    const at = new Date(now()).toISOString();
    for (;;) {
      const due = await referrals.find({ index: 'nextClockAt', where: { nextClockAt: { lte: at } }, limit: batch });
      for (const referral of due) await markOne(await settleRelation(referral), at);
      if (due.length < batch) return;
    }
  }

  async function markOne({ version, ...referral }: ReferralDocument, at: string): Promise<void> {
    const ranOut = overdue(referral.clocks, at);
    if (ranOut.length === 0) return;
    // The task first: a crash in between raises it again, which is raising it once.
    for (const clock of ranOut)
      await raise({ ...referral, version }, clock, ownerOf({ ...referral, version }, clock.clock));
    const clocks = referral.clocks.map((each) => (ranOut.includes(each) ? { ...each, breachedAt: at } : each));
    const marked = { ...referral, clocks, nextClockAt: nextLook({ ...referral, clocks }, at) };
    const expires = ranOut.some(({ clock }) => clock === 'EXPIRY') ? expired(marked, at) : undefined;
    try {
      const stored = await settleRelation(await referrals.replace(expires ?? marked, version));
      if (expires) await tellParties(emit, stored);
    } catch (error) {
      // Somebody moved it in this moment, or another hub marked it: the next look sees how it stands.
      if (!(error instanceof VersionConflict)) throw error;
    }
  }

  return { watchDue };
}

/** Closed by the gateway's clock; undefined where it is in no state to expire. */
function expired(
  referral: Omit<ReferralDocument, 'version'>,
  at: string,
): Omit<ReferralDocument, 'version'> | undefined {
  const organisation = referral.gatewayOrganisation;
  const outcome = step(referral, {
    move: 'EXPIRE',
    sides: ['GATEWAY'],
    reason: 'NO_ANSWER_IN_TIME',
    by: { subject: 'work-health-hub', organisation, audience: 'PROVIDER_MANAGER' },
    at,
    key: `${organisation}:work-health-hub:expiry`,
    times: noClocks,
    inputDigest: createHash('sha256').update(`expiry ${referral.id}`).digest('hex'),
  });
  return outcome.kind === 'moved' ? outcome.document : undefined;
}

export type ClockWatch = ReturnType<typeof createClockWatch>;
