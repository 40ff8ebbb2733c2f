import { randomUUID } from 'node:crypto';
import type { ClientId, DataCategory, OrganisationId, Viewer } from '../access/types.js';
import { scopedKey } from '../idempotency/used-keys.js';
import type { Keyring } from '../identity/keyring.js';
import { actedFor } from '../representation/acted-for.js';
import type { RepresentativeDocument } from '../store/documents/representative.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Key, Store } from '../store/port.js';
import { owns, type TaskDesk } from '../task/desk.js';
import type { CorrectionDocument, CorrectionStep } from './document.js';
import type { Notices } from '../notice/notices.js';
import type { RecipientsOf } from './recipients.js';
import { answerBy, chasedFrom, isOpen, stateAfter } from './machine.js';
import type { CorrectionMove, CorrectionRefusal } from './machine.js';

/** What is wrong in a record, as whoever asks has it. */
export interface CorrectionAsked {
  readonly category: DataCategory;
  readonly source: string;
  /** Undefined where something is missing in the record. */
  readonly says: string | undefined;
  readonly shouldSay: string;
  readonly evidence: string | undefined;
  readonly representative?: RepresentativeDocument | undefined;
}

/** What whoever holds the record answers. */
export interface CorrectionAnswer {
  readonly move: CorrectionMove;
  readonly refusal: CorrectionRefusal | undefined;
  readonly words: string | undefined;
}

export type CorrectionOutcome =
  | { readonly kind: 'done'; readonly correction: CorrectionDocument }
  | { readonly kind: 'refused'; readonly reason: 'NOT_IN_THIS_STATE' | 'CHANGED_MEANWHILE'; readonly message: string };

/** The verbs of correction requests (UK GDPR article 16): asked of whoever holds the record, with a clock and a task of theirs. */
export interface CorrectionDesk {
  /** Durable when it resolves, with the task of whoever must answer. The same key again gives what it made. */
  request(viewer: Viewer, clientId: ClientId, key: string, asked: CorrectionAsked): Promise<CorrectionDocument>;
  /** Whether a caller may answer: a privacy officer of the holder, or of whoever has its task by now. */
  mayAnswer(viewer: Viewer, correction: CorrectionDocument | undefined): Promise<boolean>;
  answer(viewer: Viewer, id: string, key: string, answer: CorrectionAnswer): Promise<CorrectionOutcome>;
  byId(id: string): Promise<CorrectionDocument | undefined>;
  /** Of one record of a person, newest first. */
  of(clientId: ClientId, limit: number, after?: readonly Key[]): Promise<readonly CorrectionDocument[]>;
  wordsOf(text: CorrectionDocument['shouldSay'] | undefined): string | null;
}

/** Two weeks to look at what was taken over from a record that was wrong: our own choice, the law says no number. */
const recipientsHaveMs = 14 * 86_400_000;

export function createCorrectionDesk({
  store,
  keyring,
  tasks,
  holderOf,
  recipientsOf,
  notices,
  now,
}: {
  store: Store;
  keyring: Keyring;
  tasks: Pick<TaskDesk, 'raise' | 'close' | 'reassign' | 'byKey'>;
  /** Who answers for what a source says of a client. */
  holderOf: (source: string, clientId: ClientId) => Promise<OrganisationId>;
  recipientsOf: RecipientsOf;
  notices: Pick<Notices, 'give' | 'announce'>;
  now: () => number;
}): CorrectionDesk {
  const corrections = store.collection('corrections');
  const seal = (words: string | undefined) => (words === undefined ? undefined : keyring.seal(words));

  async function insertOnce(fresh: Omit<CorrectionDocument, 'version'>): Promise<CorrectionDocument> {
    try {
      return await corrections.insert(fresh);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      const where = { idempotencyKey: fresh.idempotencyKey };
      const [earlier] = await corrections.find({ index: 'idempotencyKey', where, limit: 1 });
      if (!earlier) throw error;
      return earlier;
    }
  }

  /** The task is stored before anybody is told that the request is: whatever crashes, none is shown that nobody has to answer. */
  async function finish(correction: CorrectionDocument): Promise<CorrectionDocument> {
    if (correction.state !== 'REQUESTING') return correction;
    const { id, clientId, addressedTo, dueOn, requestedBy } = correction;
    await tasks.raise({
      kind: 'CORRECTION_REQUESTED',
      dedupeKey: id,
      owner: { organisation: addressedTo, audience: 'PRIVACY_OFFICER' },
      clientId,
      dueAt: chasedFrom(dueOn),
      details: { correction: id },
      excluded: [requestedBy],
    });
    const { version, ...rest } = correction;
    try {
      return await corrections.replace({ ...rest, state: 'REQUESTED' }, version);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      return (await corrections.get(id)) ?? correction;
    }
  }

  async function tellRecipients(correction: CorrectionDocument, { at }: CorrectionStep): Promise<void> {
    const { id, clientId, category } = correction;
    for (const organisation of await recipientsOf(correction)) {
      await tasks.raise({
        kind: 'RECORD_CORRECTED',
        dedupeKey: `${id} ${organisation}`,
        owner: { organisation, audience: 'PRIVACY_OFFICER' },
        clientId,
        dueAt: new Date(Date.parse(at) + recipientsHaveMs).toISOString(),
        details: { category, correctedAt: at },
      });
    }
  }

  async function tellClient({ id, clientId }: CorrectionDocument, { at, by }: CorrectionStep): Promise<void> {
    const notice = { kind: 'CORRECTION_ANSWERED', about: id, clientId, organisation: by.organisation, at } as const;
    await notices.give([notice]);
    await notices.announce(notice);
  }

  /** What the queue is told once an answer is stored. Done again, it changes nothing. */
  async function settleTask(viewer: Viewer, correction: CorrectionDocument, step: CorrectionStep): Promise<void> {
    const { id, state, dueOn } = correction;
    if (!isOpen(state)) {
      // The holder's own task last: while it is open, somebody is still to be told.
      if (state === 'CORRECTED') await tellRecipients(correction, step);
      await tellClient(correction, step);
      await tasks.close('CORRECTION_REQUESTED', id, viewer, state === 'CORRECTED' ? 'CORRECTED' : 'NOT_CORRECTED');
    }
    if (step.move !== 'EXTEND') return;
    const task = await tasks.byKey('CORRECTION_REQUESTED', id);
    if (!task?.open || !owns(viewer, task)) return;
    await tasks.reassign(task.id, viewer, {
      owner: { organisation: task.organisation, audience: task.audience },
      reason: 'The answer takes longer, and the client was told why.',
      dueAt: chasedFrom(dueOn),
      key: step.key,
    });
  }

  return {
    async request(viewer, clientId, key, { category, source, says, shouldSay, evidence, representative }) {
      const at = new Date(now()).toISOString();
      const [sealedSays, sealedEvidence] = [seal(says), seal(evidence)];
      const { organisation, subject, audience } = viewer;
      return finish(
        await insertOnce({
          id: randomUUID(),
          clientId,
          category,
          source,
          ...(sealedSays && { says: sealedSays }),
          shouldSay: keyring.seal(shouldSay),
          ...(sealedEvidence && { evidence: sealedEvidence }),
          requestedBy: { organisation, subject, audience },
          ...(representative && { requestedFor: actedFor(representative) }),
          addressedTo: await holderOf(source, clientId),
          state: 'REQUESTING',
          requestedAt: at,
          dueOn: answerBy(at.slice(0, 10), false),
          moves: [],
          idempotencyKey: scopedKey(viewer, key),
        }),
      );
    },
    async mayAnswer(viewer, correction) {
      // The same read for an id that names nothing: what is not the caller's must not show in the time that it takes.
      const task = await tasks.byKey('CORRECTION_REQUESTED', correction?.id ?? randomUUID());
      if (!correction || correction.state === 'REQUESTING' || viewer.audience !== 'PRIVACY_OFFICER') return false;
      return viewer.organisation === correction.addressedTo || (task !== undefined && owns(viewer, task));
    },
    async answer(viewer, id, key, { move, refusal, words }) {
      const correction = await corrections.get(id);
      if (!correction) throw new Error('A correction is answered once it was found');
      const stepKey = scopedKey(viewer, key);
      const earlier = correction.moves.find((step) => step.key === stepKey);
      if (earlier) {
        await settleTask(viewer, correction, earlier);
        return { kind: 'done', correction };
      }
      const state = stateAfter(correction.state, move);
      const isExtended = correction.moves.some((step) => step.move === 'EXTEND');
      const at = new Date(now()).toISOString();
      if (state === undefined || (move === 'EXTEND' && (isExtended || at.slice(0, 10) > correction.dueOn))) {
        return refused('NOT_IN_THIS_STATE', 'This cannot be done with the request as it stands.');
      }
      const sealedWords = seal(words);
      const step: CorrectionStep = {
        move,
        at,
        by: { organisation: viewer.organisation, subject: viewer.subject },
        ...(refusal && { refusal }),
        ...(sealedWords && { words: sealedWords }),
        key: stepKey,
      };
      const dueOn = move === 'EXTEND' ? answerBy(correction.requestedAt.slice(0, 10), true) : correction.dueOn;
      const { version, ...rest } = correction;
      try {
        const moves = [...correction.moves, step];
        const stored = await corrections.replace({ ...rest, state, dueOn, moves }, version);
        await settleTask(viewer, stored, step);
        return { kind: 'done', correction: stored };
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        return refused('CHANGED_MEANWHILE', 'Somebody answered meanwhile: read it again.');
      }
    },
    byId: (id) => corrections.get(id),
    of: (clientId, limit, after) =>
      corrections.find({
        index: 'clientId_requestedAt',
        where: { clientId },
        order: 'descending',
        limit,
        ...(after && { after }),
      }),
    wordsOf: (text) => (text === undefined ? null : keyring.open(text)),
  };
}

const refused = (reason: Extract<CorrectionOutcome, { kind: 'refused' }>['reason'], message: string): CorrectionOutcome => ({ kind: 'refused', reason, message }); // prettier-ignore
