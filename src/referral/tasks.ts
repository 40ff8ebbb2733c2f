import type { OrganisationId } from '../access/types.js';
import type { TaskDesk } from '../task/desk.js';
import type { RunningClock } from './clocks.js';
import type { ReferralDocument } from './document.js';
import type { OutboxEntry } from './outbox-entry.js';

const hourMs = 3_600_000;
/** A day to ask whoever should have acted. */
const followUpHours = 24;
/** Four hours to tell a receiver by another way. */
const resendHours = 4;

/** A clock that ran out becomes a task of whoever answers for it. One clock's one round is one task. */
export const raiseOverdue =
  (tasks: TaskDesk, now: () => number) =>
  async (
    referral: ReferralDocument,
    { clock, startedAt, dueAt }: RunningClock,
    owner: OrganisationId,
  ): Promise<void> => {
    await tasks.raise({
      kind: 'REFERRAL_OVERDUE',
      dedupeKey: `${referral.id}:${clock}:${startedAt}`,
      owner: { organisation: owner, audience: 'PROVIDER_MANAGER' },
      ...personOf(referral),
      dueAt: after(now, followUpHours),
      details: { referral: referral.id, clock, clockDueAt: dueAt },
    });
  };

/** A message that is given up has an owner: the gateway, which answers for what is sent on from it. */
export const raiseNotDelivered =
  (tasks: TaskDesk, now: () => number) =>
  async (
    referral: ReferralDocument,
    { id, to, kind, queuedAt, resentAt }: OutboxEntry,
    fault: string,
  ): Promise<void> => {
    await tasks.raise({
      kind: 'REFERRAL_NOT_DELIVERED',
      dedupeKey: `${id}:${resentAt ?? queuedAt}`,
      owner: { organisation: referral.gatewayOrganisation, audience: 'PROVIDER_MANAGER' },
      ...personOf(referral),
      dueAt: after(now, resendHours),
      details: { referral: referral.id, to, message: kind, fault },
    });
  };

const after = (now: () => number, hours: number): string => new Date(now() + hours * hourMs).toISOString();

/** A task of somebody whom nobody has identified yet is about nobody that the hub knows. */
const personOf = ({ clientId }: ReferralDocument): { readonly clientId?: ReferralDocument['clientId'] } =>
  clientId.startsWith('unidentified:') ? {} : { clientId };
