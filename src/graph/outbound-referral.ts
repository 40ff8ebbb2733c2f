import { createHash } from 'node:crypto';
import type { DeliveryOutcome, OutboundReferral } from '../../adapters/referral-delivery.js';
import { conditionCategories } from '../access/classification.js';
import type { Viewer } from '../access/types.js';
import type { Deliveries, Receiver } from '../referral/deliveries.js';
import type { ReferralContent, ReferralDocument } from '../referral/document.js';
import type { OutboxEntry } from '../referral/outbox-entry.js';
import type { RequestContext } from './context.js';
import { fileOfReferral, isUnidentified } from './referral-file.js';

/** What is sent, or why nothing may be. */
export type Prepared =
  | { readonly kind: 'ready'; readonly message: OutboundReferral }
  | { readonly kind: 'not sent'; readonly outcome: DeliveryOutcome };

/** Sends one message once, as its receiver may have it. An organisation that reads the hub itself has it already. */
export async function sendReferral(
  referral: ReferralDocument,
  entry: OutboxEntry,
  { deliveries, openRequest }: { deliveries: Deliveries; openRequest: (incoming: Incoming) => Promise<RequestContext> },
): Promise<DeliveryOutcome> {
  const receiver = deliveries.to(entry.to);
  if (!receiver) return { kind: 'delivered' };
  const signal = AbortSignal.timeout(longestAttemptMs);
  const context = await openRequest({
    viewer: viewerOf(entry, receiver),
    operation: { ...deliveryOperation },
    correlationId: referral.correlationId,
    signal,
  });
  const prepared = await prepareOutbound(referral, entry, context);
  return prepared.kind === 'ready' ? receiver.delivery.deliver(prepared.message, signal) : prepared.outcome;
}

/** Half of a lease: what is still under way when it ends would be sent again. */
const longestAttemptMs = 30_000;

/** What opens a request in the hub's own name. */
interface Incoming {
  readonly viewer: Viewer;
  readonly operation: { name: string; readonly digest: string };
  readonly correlationId: string;
  readonly signal: AbortSignal;
}

/** The name of the operation that a delivery is in the ledger, and its digest. */
export const deliveryOperation = {
  name: 'deliverReferral',
  digest: createHash('sha256').update('deliverReferral').digest('hex'),
};

/** The receiver, as if it asked for what it is sent. */
export const viewerOf = ({ to }: OutboxEntry, { audience, purpose }: Receiver): Viewer => ({
  subject: 'referral-outbox',
  organisation: to,
  audience,
  purpose,
  issuer: 'work-health-hub',
});

/**
 * Pushing is disclosing: each part of a message is decided as if its receiver asked for it, and stands in the ledger before
 * anything leaves. A cancellation tells nothing of the person but who they are.
 */
export async function prepareOutbound(
  referral: ReferralDocument,
  entry: OutboxEntry,
  context: RequestContext,
): Promise<Prepared> {
  const { services, disclosures } = context;
  const file = await fileOfReferral(referral, context);
  const permits = (category: Parameters<typeof disclosures.decide>[1]): boolean =>
    disclosures.decide(file, category, 'Outbox.referral').permitted;
  const cancels = entry.kind === 'CANCEL';
  if (!permits(cancels ? 'REFERRAL_PROGRESS' : 'REFERRALS')) {
    await disclosures.settle();
    return { kind: 'not sent', outcome: { kind: 'refused', fault: 'WITHHELD' } };
  }
  const content = services.referrals.contentOf(referral);
  const health = cancels || content.health.length === 0 ? [] : conditionCategories.filter(permits);
  const subject = isUnidentified(referral.clientId) ? undefined : services.directory.subjectOf(file.document);
  const release = await disclosures.settle();
  if (release !== 'RELEASED') return { kind: 'not sent', outcome: { kind: 'retry', fault: release } };
  const note = referral.history.findLast(({ move, at }) => move === 'UPDATE' && at === entry.queuedAt)?.note;
  const nhsNumber = content.person.nhsNumber ?? subject?.nhsNumber;
  const message: OutboundReferral = {
    messageId: entry.id,
    requestId: entry.requestId,
    ...(entry.resends !== undefined && { resends: entry.resends }),
    correlationId: referral.correlationId,
    kind: entry.kind,
    referralId: referral.id,
    sender: referral.requesterOrganisation,
    receiver: entry.to,
    authoredAt: entry.queuedAt,
    referredOn: referral.submittedAt.slice(0, 10),
    programme: referral.programme,
    area: referral.area,
    person: { ...content.person, ...(nhsNumber !== undefined && { nhsNumber }) },
    accessNeeds: cancels ? [] : content.accessNeeds,
    health: content.health.filter(({ category }) => health.includes(category)).map(({ text }) => text),
    ...(!cancels && { reasonForReferral: content.reasonForReferral, ...contactOf(content) }),
    ...(entry.kind === 'UPDATE' && note !== undefined && { note: services.referrals.noteOf(note) }),
    ...(cancels && { cancelledAs: referral.state === 'ENTERED_IN_ERROR' ? 'ENTERED_IN_ERROR' : 'REVOKED' }),
  };
  return { kind: 'ready', message };
}

function contactOf({ safeContact }: ReferralContent): Pick<OutboundReferral, 'safeContact'> {
  if (!safeContact) return {};
  const { method, address, times, mayLeaveMessage, note } = safeContact;
  const message = mayLeaveMessage ? 'a message may be left' : 'leave no message';
  return { safeContact: [method, address, times, message, note].filter((part) => part !== undefined).join('; ') };
}
