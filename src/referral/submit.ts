import { randomUUID } from 'node:crypto';
import type { ClientId, Viewer } from '../access/types.js';
import { scopedKey } from '../idempotency/used-keys.js';
import { DuplicateKey } from '../store/port.js';
import { tellParties } from './changes.js';
import { clockTimes, never } from './clocks.js';
import { actorOf, instantOf, referralsOf, type DeskParts } from './desk-parts.js';
import type { ReferralDocument } from './document.js';
import { changedMeanwhile, refused, reused, type ReferralOutcome } from './outcome.js';
import { channelsOf } from './parts.js';
import { step } from './step.js';
import { keyFault, submissionFault, type Submission } from './submission.js';
import { wayIn } from './way-in.js';

/** Whom a submission is about, and what it leads on from. */
export interface SubmissionTarget {
  /** Absent while nobody knows whom the referrer means. */
  readonly clientId: ClientId | undefined;
  readonly onwardFrom?: ReferralDocument;
}

/** Durable when it resolves as stored. The same key with the same input finds the first result. */
export async function submitReferral(
  parts: DeskParts,
  viewer: Viewer,
  key: string,
  submission: Submission,
  { clientId, onwardFrom }: SubmissionTarget,
): Promise<ReferralOutcome> {
  const recordedAt = instantOf(parts);
  const today = recordedAt.slice(0, 10);
  const fault = keyFault(key) ?? submissionFault(submission, today);
  if (fault !== undefined) return refused('INVALID_INPUT', fault);
  if (!channelsOf(viewer.audience).includes(submission.channel)) {
    return refused('NOT_PERMITTED', 'This caller may not refer by this channel.');
  }
  const way = wayIn(parts, submission, today);
  if (way.kind === 'refused') return way;
  const { gateway, version } = way;
  const id = randomUUID();
  const requester = actorOf(viewer);
  const inputDigest = parts.keyring.inputDigest(['submit', clientId ?? null, onwardFrom?.id ?? null, submission]);
  const idempotencyKey = scopedKey(viewer, key);
  const draft: Omit<ReferralDocument, 'version'> = {
    id,
    correlationId: onwardFrom?.correlationId ?? randomUUID(),
    ...(onwardFrom && { onwardFrom: onwardFrom.id }),
    clientId: clientId ?? (`unidentified:${id}` as ClientId),
    programme: gateway.programme,
    programmeVersion: version.effectiveFrom,
    area: gateway.area,
    channel: submission.channel,
    ...(submission.heardFrom && { heardFrom: submission.heardFrom }),
    requester,
    requesterOrganisation: viewer.organisation,
    gatewayOrganisation: gateway.organisation,
    targetOrganisation: gateway.organisation,
    state: 'DRAFT',
    before: [],
    sharing: sealedBasis(submission.sharing, parts),
    content: parts.keyring.seal(JSON.stringify(submission.content)),
    history: [],
    clocks: [],
    outbox: [],
    recordedAt,
    submittedAt: recordedAt,
    closedAt: never,
    nextClockAt: never,
    nextDeliveryAt: never,
    idempotencyKey,
    inputDigest,
  };
  if (submission.draft) return insertOnce(parts, draft);
  const submitted = step(draft, {
    move: 'SUBMIT',
    sides: ['REQUESTER'],
    by: requester,
    at: recordedAt,
    key: idempotencyKey,
    inputDigest,
    times: clockTimes(version, gateway.area),
  });
  return submitted.kind === 'refused' ? submitted : insertOnce(parts, submitted.document);
}

const sealedBasis = (
  { statement, ...basis }: Submission['sharing'],
  { keyring }: DeskParts,
): ReferralDocument['sharing'] => ({
  ...basis,
  ...(statement !== undefined && { statement: keyring.seal(statement) }),
});

async function insertOnce(parts: DeskParts, document: Omit<ReferralDocument, 'version'>): Promise<ReferralOutcome> {
  const referrals = referralsOf(parts);
  try {
    const stored = await referrals.insert(document);
    await tellParties(parts.emit, stored);
    return { kind: 'stored', document: stored };
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
    const { idempotencyKey } = document;
    const [earlier] = await referrals.find({ index: 'idempotencyKey', where: { idempotencyKey }, limit: 1 });
    if (!earlier) return changedMeanwhile;
    return earlier.inputDigest === document.inputDigest ? { kind: 'stored', document: earlier } : reused;
  }
}
