import type { ClientId, Viewer } from '../access/types.js';
import { scopedKey } from '../idempotency/used-keys.js';
import type { Sealed } from '../store/documents.js';
import { referralsOf, type DeskParts } from './desk-parts.js';
import type { ReferralContent, ReferralDocument } from './document.js';
import { identifyReferral } from './identify.js';
import { moveReferral, type MoveInput } from './move-referral.js';
import { notProcessed } from './not-processed.js';
import type { ReferralOutcome, Refused } from './outcome.js';
import { resendReferral } from './resend.js';
import { submitReferral, type SubmissionTarget } from './submit.js';
import type { Submission } from './submission.js';

/** The domain verbs of referral. Each is one write of one document: done and durable, or not done. */
export interface ReferralDesk {
  submit(viewer: Viewer, key: string, submission: Submission, target: SubmissionTarget): Promise<ReferralOutcome>;
  move(viewer: Viewer, referral: ReferralDocument, key: string, input: MoveInput): Promise<ReferralOutcome>;
  identify(viewer: Viewer, referral: ReferralDocument, clientId: ClientId): Promise<ReferralOutcome>;
  resend(viewer: Viewer, referral: ReferralDocument): Promise<ReferralOutcome>;
  /** A message that had arrived was not processed, as its receiver says later. */
  notProcessed(
    referral: ReferralDocument,
    messageId: string,
    fault: 'FATAL_ERROR' | 'TRANSIENT_ERROR',
  ): Promise<{ readonly kind: 'taken' | 'repeated' } | Refused>;
  byId(id: string): Promise<ReferralDocument | undefined>;
  /** What this caller submitted under a key. */
  byKey(viewer: Viewer, key: string): Promise<ReferralDocument | undefined>;
  contentOf(referral: ReferralDocument): ReferralContent;
  /** A note, a statement, a reason: free text that a move or a submission sealed by itself. */
  noteOf(sealed: Sealed): string;
}

export function createReferralDesk(parts: DeskParts): ReferralDesk {
  const { keyring } = parts;
  return {
    submit: (viewer, key, submission, target) => submitReferral(parts, viewer, key, submission, target),
    move: (viewer, referral, key, input) => moveReferral(parts, viewer, referral, key, input),
    identify: (viewer, referral, clientId) => identifyReferral(parts, viewer, referral, clientId),
    resend: (viewer, referral) => resendReferral(parts, viewer, referral),
    notProcessed: (referral, messageId, fault) => notProcessed(parts, referral, messageId, fault),
    byId: (id) => referralsOf(parts).get(id),
    async byKey(viewer, key) {
      const where = { idempotencyKey: scopedKey(viewer, key) };
      return (await referralsOf(parts).find({ index: 'idempotencyKey', where, limit: 1 }))[0];
    },
    // What was sealed here is what `submit` wrote: a parsed edge of our own making, authenticated by the seal.
    contentOf: ({ content }) => JSON.parse(keyring.open(content)) as ReferralContent,
    noteOf: (sealed) => keyring.open(sealed),
  };
}
