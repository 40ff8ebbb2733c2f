import { createHash, randomUUID } from 'node:crypto';
import type { ClientId, Viewer } from '../access/types.js';
import type { Keyring } from '../identity/keyring.js';
import type { HubEvent } from '../store/documents/event-slot.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import { tellParties } from './changes.js';
import { never } from './clocks.js';
import type { Actor, ReferralContent, ReferralDocument } from './document.js';
import type { Gateways } from './gateways.js';
import type { MoveFault } from './machine.js';
import { nextDelivery } from './outbox-schedule.js';
import { channelsOf, mayTakePart } from './parts.js';
import { sidesOf } from './sides.js';
import { step, type StepRequest } from './step.js';
import { keyFault, submissionFault, type Submission } from './submission.js';

export type ReferralRefusal =
  | MoveFault
  | 'NOT_FOUND'
  | 'NOT_PERMITTED'
  | 'NO_SUCH_GATEWAY'
  | 'CHANNEL_CLOSED'
  | 'NO_SUCH_STREAM'
  | 'ALREADY_IDENTIFIED'
  | 'OVERRIDE_REASON_REQUIRED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INVALID_INPUT'
  | 'CHANGED_MEANWHILE';

export type ReferralOutcome =
  | { readonly kind: 'stored'; readonly document: ReferralDocument }
  | { readonly kind: 'refused'; readonly reason: ReferralRefusal; readonly message: string };

/** Whom a submission is about, and what it leads on from. */
export interface SubmissionTarget {
  /** Absent while nobody knows whom the referrer means. */
  readonly clientId: ClientId | undefined;
  readonly onwardFrom?: ReferralDocument;
}

/** The domain verbs of referral. Each is one write of one document: done and durable, or not done. */
export interface ReferralDesk {
  /** Durable when it resolves as stored. The same key with the same input finds the first result. */
  submit(viewer: Viewer, key: string, submission: Submission, target: SubmissionTarget): Promise<ReferralOutcome>;
  move(viewer: Viewer, referral: ReferralDocument, key: string, request: MoveInput): Promise<ReferralOutcome>;
  /** Says whom a referral by name means: once, and by those who answer it. */
  identify(viewer: Viewer, referral: ReferralDocument, clientId: ClientId): Promise<ReferralOutcome>;
  /** Sends again what was given up, under the same ids: by the requester or the gateway. Nothing given up changes nothing. */
  resend(viewer: Viewer, referral: ReferralDocument): Promise<ReferralOutcome>;
  byId(id: string): Promise<ReferralDocument | undefined>;
  contentOf(referral: ReferralDocument): ReferralContent;
  noteOf(sealed: NonNullable<ReferralDocument['history'][number]['note']>): string;
}

/** What somebody asks for, before it is known on which side they stand. */
export interface MoveInput extends Pick<StepRequest, 'move' | 'reason' | 'route'> {
  readonly note?: string;
}

const mostTries = 5;
const longestNote = 2_000;

export function createReferralDesk({
  store,
  keyring,
  gateways,
  emit,
  now,
}: {
  store: Store;
  keyring: Keyring;
  gateways: Gateways;
  emit: (event: HubEvent) => Promise<void>;
  now: () => number;
}): ReferralDesk {
  const collection = store.collection('referrals');
  const at = (): string => new Date(now()).toISOString();

  async function insertOnce(document: Omit<ReferralDocument, 'version'>): Promise<ReferralOutcome> {
    try {
      const stored = await collection.insert(document);
      await tellParties(emit, stored);
      return { kind: 'stored', document: stored };
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      const { idempotencyKey } = document;
      const [earlier] = await collection.find({ index: 'idempotencyKey', where: { idempotencyKey }, limit: 1 });
      if (!earlier) return refused('CHANGED_MEANWHILE', 'The referral was changed meanwhile: read it again.');
      return earlier.inputDigest === document.inputDigest ? { kind: 'stored', document: earlier } : reused;
    }
  }

  return {
    async submit(viewer, key, submission, { clientId, onwardFrom }) {
      const recordedAt = at();
      const fault = keyFault(key) ?? submissionFault(submission, recordedAt.slice(0, 10));
      if (fault !== undefined) return refused('INVALID_INPUT', fault);
      if (!channelsOf(viewer.audience).includes(submission.channel)) {
        return refused('NOT_PERMITTED', 'This caller may not refer by this channel.');
      }
      const gateway = gateways.find(submission.programme, submission.area);
      if (!gateway) return refused('NO_SUCH_GATEWAY', 'No gateway of this programme serves this area.');
      if (!gateway.channels.includes(submission.channel)) {
        return refused('CHANNEL_CLOSED', 'The programme takes no referrals by this channel in this area.');
      }
      const id = randomUUID();
      const requester = actorOf(viewer);
      const inputDigest = digestOf(['submit', clientId ?? null, onwardFrom?.id ?? null, submission]);
      const idempotencyKey = scopedKey(viewer, key);
      const draft: Omit<ReferralDocument, 'version'> = {
        id,
        correlationId: onwardFrom?.correlationId ?? randomUUID(),
        ...(onwardFrom && { onwardFrom: onwardFrom.id }),
        clientId: clientId ?? (`unidentified:${id}` as ClientId),
        programme: gateway.programme,
        programmeVersion: gateway.version,
        area: gateway.area,
        channel: submission.channel,
        ...(submission.heardFrom && { heardFrom: submission.heardFrom }),
        requester,
        requesterOrganisation: viewer.organisation,
        gatewayOrganisation: gateway.organisation,
        targetOrganisation: gateway.organisation,
        state: 'DRAFT',
        before: [],
        sharing: submission.sharing,
        content: keyring.seal(JSON.stringify(submission.content)),
        history: [],
        clocks: [],
        clockHours: gateway.clockHours,
        outbox: [],
        recordedAt,
        submittedAt: recordedAt,
        closedAt: never,
        nextClockAt: never,
        nextDeliveryAt: never,
        idempotencyKey,
        inputDigest,
      };
      if (submission.draft) return insertOnce(draft);
      const submitted = step(draft, {
        move: 'SUBMIT',
        sides: ['REQUESTER'],
        by: requester,
        at: recordedAt,
        key: idempotencyKey,
        inputDigest,
      });
      return submitted.kind === 'refused' ? submitted : insertOnce(submitted.document);
    },

    async move(viewer, referral, key, input) {
      const fault = keyFault(key) ?? noteFault(input.note);
      if (fault !== undefined) return refused('INVALID_INPUT', fault);
      if (!mayTakePart(viewer.audience)) return refused('NOT_PERMITTED', 'This caller takes no part in referrals.');
      const idempotencyKey = scopedKey(viewer, key);
      const inputDigest = digestOf(['move', referral.id, input]);
      const gateway = gateways.find(referral.programme, referral.area);
      for (let tries = 1; ; tries += 1) {
        const current = await collection.get(referral.id);
        if (!current) return refused('NOT_FOUND', 'No such referral for this caller.');
        const earlier = current.history.find((event) => event.key === idempotencyKey);
        if (earlier) return earlier.inputDigest === inputDigest ? { kind: 'stored', document: current } : reused;
        const { note, ...rest } = input;
        const stepped = step(current, {
          ...rest,
          ...(note !== undefined && { note: keyring.seal(note) }),
          sides: sidesOf(current, viewer),
          by: actorOf(viewer),
          at: at(),
          key: idempotencyKey,
          inputDigest,
          streams: gateway?.streams ?? [],
        });
        if (stepped.kind === 'refused') return stepped;
        try {
          const document = await collection.replace(stepped.document, current.version);
          await tellParties(emit, document);
          return { kind: 'stored', document };
        } catch (error) {
          if (!(error instanceof VersionConflict)) throw error;
          if (tries >= mostTries)
            return refused('CHANGED_MEANWHILE', 'The referral was changed meanwhile: read it again.');
        }
      }
    },
    async identify(viewer, referral, clientId) {
      if (!sidesOf(referral, viewer).some((side) => side !== 'REQUESTER') || !mayTakePart(viewer.audience)) {
        return refused('NOT_FOR_THIS_SIDE', 'This is for the gateway or the target to do.');
      }
      for (;;) {
        const current = await collection.get(referral.id);
        if (!current) return refused('NOT_FOUND', 'No such referral for this caller.');
        if (current.clientId === clientId) return { kind: 'stored', document: current };
        if (!current.clientId.startsWith('unidentified:')) {
          return refused('ALREADY_IDENTIFIED', 'It is known already whom this referral means.');
        }
        const { version, ...kept } = current;
        const identified = { by: actorOf(viewer), at: at() };
        try {
          const document = await collection.replace({ ...kept, clientId, identified }, version);
          await tellParties(emit, document);
          return { kind: 'stored', document };
        } catch (error) {
          if (!(error instanceof VersionConflict)) throw error;
        }
      }
    },
    async resend(viewer, referral) {
      if (!sidesOf(referral, viewer).some((side) => side !== 'TARGET') || !mayTakePart(viewer.audience)) {
        return refused('NOT_FOR_THIS_SIDE', 'This is for the requester or the gateway to do.');
      }
      for (;;) {
        const current = await collection.get(referral.id);
        if (!current) return refused('NOT_FOUND', 'No such referral for this caller.');
        const { version, ...kept } = current;
        if (!current.outbox.some(({ state }) => state === 'DEAD')) return { kind: 'stored', document: current };
        const outbox = current.outbox.map((entry) =>
          entry.state === 'DEAD'
            ? { ...entry, state: 'WAITING' as const, attempts: 0, dueAt: at(), resentAt: at() }
            : entry,
        );
        try {
          const document = await collection.replace({ ...kept, outbox, nextDeliveryAt: nextDelivery(outbox) }, version);
          return { kind: 'stored', document };
        } catch (error) {
          if (!(error instanceof VersionConflict)) throw error;
        }
      }
    },
    byId: (id) => collection.get(id),
    // What was sealed here is what `submit` wrote: a parsed edge of our own making, authenticated by the seal.
    contentOf: ({ content }) => JSON.parse(keyring.open(content)) as ReferralContent,
    noteOf: (sealed) => keyring.open(sealed),
  };
}

const refused = (reason: ReferralRefusal, message: string): Extract<ReferralOutcome, { kind: 'refused' }> => ({
  kind: 'refused',
  reason,
  message,
});
const reused = refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');

const noteFault = (note: string | undefined): string | undefined =>
  note === undefined || (note.trim() !== '' && note.length <= longestNote)
    ? undefined
    : `note must be 1 to ${longestNote} characters.`;

/** Encoded, so that no two callers' names can run together into one. */
const scopedKey = ({ organisation, subject }: Viewer, key: string): string =>
  [organisation, subject, key].map(encodeURIComponent).join(':');

const digestOf = (input: unknown): string => createHash('sha256').update(JSON.stringify(input)).digest('hex');

const actorOf = ({ subject, organisation, audience }: Viewer): Actor => ({ subject, organisation, audience });
