import { createHash } from 'node:crypto';
import type { InboundPerson, InboundRequest } from '../../adapters/nhs-bars/inbound-request.js';
import type { RequestStatus } from '../../adapters/nhs-bars/capability.js';
import type { NHSNumber, OrganisationId, Viewer } from '../access/types.js';
import { scopedKey } from '../idempotency/used-keys.js';
import { isNHSNumber } from '../identity/nhs-number.js';
import type { ReferralDocument } from '../referral/document.js';
import type { ReferralRefusal } from '../referral/outcome.js';
import { referralReasons, type ReferralChannel, type ReferralState } from '../referral/words.js';
import type { RequestContext } from './context.js';
import type { ReferralSubjectInput } from './generated.js';
import { mayFollow, openReferrals } from './referral-file.js';
import { submitReferral } from './referral-submission.js';

/** The operations by which a referral that comes in, and a look at it, are in the ledger, and their digests. */
export const inboundOperations = {
  message: operation('inboundReferral'),
  read: operation('readInboundReferral'),
};

/** An organisation that refers by messages: as whom, and by which way in. */
export interface Sender extends Pick<Viewer, 'audience' | 'purpose'> {
  readonly organisation: OrganisationId;
  readonly channel?: ReferralChannel;
}

/** Its system, which proved whose it is. */
export const sendingViewer = ({ organisation, audience, purpose }: Sender): Viewer => ({
  subject: 'nhs-bars',
  organisation,
  audience,
  purpose,
  issuer: 'work-health-hub',
});

export type Received =
  | { readonly kind: 'taken' | 'repeated' | 'unknown' }
  | { readonly kind: 'refused'; readonly reason: ReferralRefusal; readonly message: string };

/** Takes a message about a referral in: what is new goes the way of `submitReferral`, and what comes again changes nothing. */
export async function receiveRequest(
  request: InboundRequest,
  to: { readonly programme: string; readonly area: string; readonly channel?: ReferralChannel },
  context: RequestContext,
): Promise<Received> {
  const received = request.kind === 'NEW' ? await takeNew(request, to, context) : await takeChange(request, context);
  // Durable in the ledger before anything of it is answered.
  await context.disclosures.settle();
  return received;
}

async function takeNew(
  { referralId, person, reasonForReferral = '', notes }: InboundRequest,
  to: Parameters<typeof receiveRequest>[1],
  context: RequestContext,
): Promise<Received> {
  const subject = subjectFrom(person, context);
  if (!subject) {
    return { kind: 'refused', reason: 'INVALID_INPUT', message: 'Patient.identifier is not a valid NHS number.' };
  }
  const { services, viewer } = context;
  const earlier = await services.referrals.byKey(viewer, keyOf(referralId));
  const answer = await submitReferral(
    {
      idempotencyKey: keyOf(referralId),
      programme: to.programme,
      area: to.area,
      ...(to.channel && { channel: to.channel }),
      subject,
      // Consent in the standard is implied, for direct care; health would need the person's own word, and none is taken.
      sharing: { basis: 'DIRECT_CARE' },
      content: { reasonForReferral: [reasonForReferral, ...notes].join('\n'), accessNeeds: [], health: [] },
      draft: false,
    },
    context,
  );
  if (answer.__typename === 'ReferralRefused') {
    return { kind: 'refused', reason: answer.reason, message: answer.message };
  }
  context.disclosures.opened('Inbound.referral', answer.referral.file);
  return { kind: earlier ? 'repeated' : 'taken' };
}

async function takeChange(request: InboundRequest, context: RequestContext): Promise<Received> {
  const { services, viewer } = context;
  const found = await ownReferral(request.referralId, context);
  if (!found) return { kind: 'unknown' };
  const key = `bars-${request.reportId.toLowerCase()}`;
  if (found.history.some((event) => event.key === scopedKey(viewer, key))) return { kind: 'repeated' };
  const outcome = await services.referrals.move(viewer, found, key, moveOf(request));
  return outcome.kind === 'refused' ? outcome : { kind: 'taken' };
}

function moveOf({ kind, cancelledAs, reason, notes }: InboundRequest) {
  const note = notes.length > 0 ? { note: notes.join('\n') } : {};
  if (kind !== 'CANCEL') return { move: 'UPDATE', ...note } as const;
  if (cancelledAs === 'ENTERED_IN_ERROR') {
    return { move: 'MARK_ENTERED_IN_ERROR', reason: 'REFERRED_IN_ERROR', ...note } as const;
  }
  // Circumstances changed is what `revoked` says (reference/nhs-apis.md 5.2); the sender may say more.
  const said = referralReasons.find((each) => each === reason);
  return { move: 'ASK_TO_CANCEL', reason: said ?? 'CIRCUMSTANCES_CHANGED', ...note } as const;
}

/** How a referral stands that this sender sent; withheld where the person's choices do not let it be told. */
export async function statusOf(
  referralId: string,
  context: RequestContext,
): Promise<RequestStatus | 'unknown' | 'withheld'> {
  const found = await ownReferral(referralId, context);
  const [opened] = found ? await openReferrals([found], context) : [];
  const isTold = opened !== undefined && mayFollow(opened, context, 'Inbound.read');
  const release = await context.disclosures.settle();
  if (!opened) return 'unknown';
  return isTold && release === 'RELEASED' ? statuses[opened.document.state] : 'withheld';
}

/** A cancellation that was asked for leaves it active until the other side confirms. */
const statuses: Readonly<Record<ReferralState, RequestStatus>> = {
  DRAFT: 'active',
  REQUESTED: 'active',
  ACKNOWLEDGED: 'active',
  ACCEPTED: 'active',
  IN_PROGRESS: 'active',
  CANCEL_PENDING: 'active',
  ON_HOLD: 'on-hold',
  COMPLETED: 'completed',
  REJECTED: 'revoked',
  CANCELLED: 'revoked',
  EXPIRED: 'revoked',
  FAILED: 'revoked',
  ENTERED_IN_ERROR: 'entered-in-error',
};

/** By the sender's own id: one of nobody's and one of somebody else's are the same answer. */
async function ownReferral(referralId: string, context: RequestContext): Promise<ReferralDocument | undefined> {
  const { services, viewer, disclosures } = context;
  const document = await services.referrals.byKey(viewer, keyOf(referralId));
  const [found] = document ? await openReferrals([document], context) : [];
  if (found) disclosures.opened('Inbound.referral', found.file);
  else disclosures.notFound('Inbound.referral');
  return found?.document;
}

const keyOf = (referralId: string): string => `bars-${referralId}`;

/** Undefined where the number is none that anybody has. */
function subjectFrom(person: InboundPerson, { services }: RequestContext): ReferralSubjectInput | undefined {
  if (person.kind === 'details') {
    const { givenName, familyName, birthDate } = person;
    return { details: { givenName, familyName, birthDate } };
  }
  const isUsable = services.checkNHSNumbers ? isNHSNumber(person.nhsNumber) : /^\d{10}$/.test(person.nhsNumber);
  return isUsable ? { nhsNumber: person.nhsNumber as NHSNumber } : undefined;
}

function operation(name: string) {
  return { name, digest: createHash('sha256').update(name).digest('hex') };
}
