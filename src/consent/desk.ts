import { randomUUID } from 'node:crypto';
import type { Policy } from '../access/policy.js';
import type { ClientId, Consent, Viewer } from '../access/types.js';
import type { RepresentationRefusal } from '../access/representation.js';
import { actedFor } from '../representation/acted-for.js';
import type { RepresentativeDocument } from '../store/documents/representative.js';
import type { Keyring } from '../identity/keyring.js';
import type { ConsentDocument, ConsentEvidence } from '../store/documents.js';
import { DuplicateKey } from '../store/port.js';
import type { Store } from '../store/port.js';
import { newestConsents } from './consents.js';
import { faultIn } from './terms.js';
import { unheardWords, whyNotHeard, whyNotWithdrawn } from './word-of.js';
import { consentVersionId } from './version-id.js';
import { beginWithdrawal } from './withdrawals.js';

/** What a client agreed to or refused, as it is recorded. */
export interface ConsentTerms extends Omit<Consent, 'id' | 'version' | 'status'> {
  readonly evidence: Omit<ConsentEvidence, 'wording'> & { readonly wording: string };
}

/** What goes with the terms of a consent. */
export interface RecordOptions {
  /** What the same key must come with again, where that is not the terms. */
  readonly asked?: unknown;
  /** Whose word it is, where it is not the client's. */
  readonly representative?: RepresentativeDocument | undefined;
}

export type ConsentRefusal =
  | 'NOT_FOUND'
  | 'NOT_PERMITTED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INVALID_INPUT'
  | 'ALREADY_WITHDRAWN'
  | 'CHANGED_MEANWHILE'
  | RepresentationRefusal;

export type ConsentOutcome =
  | { readonly kind: 'stored'; readonly document: ConsentDocument }
  | { readonly kind: 'refused'; readonly reason: ConsentRefusal; readonly message: string };

/** The domain verbs of consent. Each version is a document of its own, inserted once and never changed. */
export interface ConsentDesk {
  newest(clients: readonly ClientId[]): Promise<ReadonlyMap<ClientId, readonly ConsentDocument[]>>;
  byId(consentId: string): Promise<ConsentDocument | undefined>;
  /** Every version, oldest first. */
  versions(consentId: string): Promise<readonly ConsentDocument[]>;
  /** What the same key brought about before: the same input, whatever day it is by now. Undefined: nothing did. */
  repeated(viewer: Viewer, clientId: ClientId, key: string, asked: unknown): Promise<ConsentOutcome | undefined>;
  /** Durable when it resolves as stored. */
  record(
    viewer: Viewer,
    clientId: ClientId,
    key: string,
    terms: ConsentTerms,
    options?: RecordOptions,
  ): Promise<ConsentOutcome>;
  /** `representative`: on whose word, where it is not the client's. */
  withdraw(
    viewer: Viewer,
    document: ConsentDocument,
    key: string,
    reason: string | undefined,
    representative?: RepresentativeDocument,
  ): Promise<ConsentOutcome>;
  /** The request that an explicit consent was for is done: where the policy says so, the consent ends with it. */
  completeRequest(viewer: Viewer, document: ConsentDocument, key: string): Promise<ConsentOutcome>;
  /** The words shown or read. */
  wordingOf(document: ConsentDocument): string;
}

export function createConsentDesk({
  store,
  keyring,
  policyNow,
  now,
}: {
  store: Store;
  keyring: Pick<Keyring, 'seal' | 'open' | 'inputDigest'>;
  /** The policy of today. */
  policyNow: () => Policy;
  now: () => number;
}): ConsentDesk {
  const collection = store.collection('consents');

  /** Inserts one version, or finds what the same key stored before. */
  async function insertOnce(document: Omit<ConsentDocument, 'version'>): Promise<ConsentOutcome> {
    try {
      return { kind: 'stored', document: await collection.insert(document) };
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      const [earlier] = await collection.find({
        index: 'idempotencyKey',
        where: { idempotencyKey: document.idempotencyKey },
        limit: 1,
      });
      if (!earlier) return refused('CHANGED_MEANWHILE', 'The consent was changed meanwhile: read it again.');
      return earlier.inputDigest === document.inputDigest
        ? { kind: 'stored', document: earlier }
        : refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');
    }
  }

  async function newestVersion(consentId: string): Promise<ConsentDocument | undefined> {
    const [newest] = await collection.find({
      index: 'consentId_consentVersion',
      where: { consentId },
      order: 'descending',
      limit: 1,
    });
    return newest;
  }

  /** What the same key brought about before, if it was used. */
  async function firstResult(idempotencyKey: string, inputDigest: string): Promise<ConsentOutcome | undefined> {
    const [earlier] = await collection.find({ index: 'idempotencyKey', where: { idempotencyKey }, limit: 1 });
    if (!earlier) return undefined;
    return earlier.inputDigest === inputDigest
      ? { kind: 'stored', document: earlier }
      : refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');
  }

  /** All of the next version but what is new in it. */
  function nextVersion(viewer: Viewer, document: ConsentDocument, key: string, inputDigest: string) {
    const { version: _stored, ...previous } = document;
    const consentVersion = document.consentVersion + 1;
    return {
      ...previous,
      id: consentVersionId(document.consentId, consentVersion),
      consentVersion,
      recordedBy: recorder(viewer),
      recordedAt: new Date(now()).toISOString(),
      idempotencyKey: scopedKey(viewer, key),
      inputDigest,
    };
  }

  /** What only the clock and the store can tell. */
  async function faultInTime(
    { givenOn, supersedes = [] }: Omit<ConsentTerms, 'evidence'>,
    today: string,
  ): Promise<string | undefined> {
    if (givenOn !== undefined && givenOn > today) return 'givenOn is in the future.';
    const replaced = await Promise.all(supersedes.map(newestVersion));
    // Whether they are this person's, under whichever record, the caller's own list of them has said.
    return replaced.every((document) => document !== undefined)
      ? undefined
      : 'supersedes: every one must be a consent of this client.';
  }

  return {
    newest: (clients) => newestConsents(store, clients),
    wordingOf: ({ evidence }) => keyring.open(evidence.wording),
    byId: newestVersion,
    versions: (consentId) =>
      collection.find({ index: 'consentId_consentVersion', where: { consentId }, limit: mostVersions }),
    repeated: (viewer, clientId, key, asked) =>
      firstResult(scopedKey(viewer, key), keyring.inputDigest(['record', clientId, asked])),
    async record(viewer, clientId, key, { evidence, ...given }, { asked = [given, evidence], representative } = {}) {
      if (!policyNow().consentRecorders.has(viewer.audience)) {
        return refused('NOT_PERMITTED', 'This caller may not record consents.');
      }
      const inputDigest = keyring.inputDigest(['record', clientId, asked]);
      // What was stored is answered again, though by now it may be past its end, or whoever spoke may speak no more.
      const earlier = await firstResult(scopedKey(viewer, key), inputDigest);
      if (earlier) return earlier;
      const today = new Date(now()).toISOString().slice(0, 10);
      const terms = { ...given, givenOn: given.givenOn ?? today };
      const fault = faultIn(key, { evidence, ...terms }) ?? (await faultInTime(terms, today));
      if (fault !== undefined) return refused('INVALID_INPUT', fault);
      const unheard = whyNotHeard(policyNow(), { evidence, ...terms }, representative, today);
      if (unheard) return refused(unheard, unheardWords[unheard]);
      const consentId = randomUUID();
      return insertOnce({
        id: consentVersionId(consentId, 1),
        consentId,
        consentVersion: 1,
        clientId,
        consent: { ...terms, id: consentId, version: 1, status: 'ACTIVE' },
        evidence: {
          ...evidence,
          wording: keyring.seal(evidence.wording),
          ...(representative && { representative: actedFor(representative) }),
        },
        recordedBy: recorder(viewer),
        recordedAt: new Date(now()).toISOString(),
        idempotencyKey: scopedKey(viewer, key),
        inputDigest,
      });
    },
    async withdraw(viewer, document, key, reason, representative) {
      if (!policyNow().consentRecorders.has(viewer.audience)) {
        return refused('NOT_PERMITTED', 'This caller may not withdraw consents.');
      }
      const fault = faultIn(key);
      if (fault !== undefined) return refused('INVALID_INPUT', fault);
      const spokenFor = representative ? [representative.representativeId] : [];
      const inputDigest = keyring.inputDigest(['withdraw', document.consentId, reason ?? null, ...spokenFor]);
      const earlier = await firstResult(scopedKey(viewer, key), inputDigest);
      if (earlier) return earlier;
      if (document.consent.status === 'WITHDRAWN') {
        return refused('ALREADY_WITHDRAWN', 'The consent is already withdrawn.');
      }
      const today = new Date(now()).toISOString().slice(0, 10);
      const unheard = representative && whyNotWithdrawn(policyNow(), document.consent, representative, today);
      if (unheard) return refused(unheard, unheardWords[unheard]);
      const next = nextVersion(viewer, document, key, inputDigest);
      // Before it is withdrawn: from here on, what is to follow is found though a crash comes.
      await beginWithdrawal(store, { ...next, begunAt: next.recordedAt });
      return insertOnce({
        ...next,
        consent: { ...document.consent, version: document.consentVersion + 1, status: 'WITHDRAWN' },
        ...(reason !== undefined && { withdrawalReason: keyring.seal(reason) }),
        ...(representative && { withdrawnFor: actedFor(representative) }),
      });
    },
    async completeRequest(viewer, document, key) {
      if (viewer.audience === 'CLIENT' || !policyNow().consentRecorders.has(viewer.audience)) {
        return refused('NOT_PERMITTED', 'This caller may not complete requests.');
      }
      const fault = faultIn(key);
      if (fault !== undefined) return refused('INVALID_INPUT', fault);
      const inputDigest = keyring.inputDigest(['complete', document.consentId]);
      const earlier = await firstResult(scopedKey(viewer, key), inputDigest);
      if (earlier) return earlier;
      const { consent } = document;
      if (consent.status === 'WITHDRAWN') return refused('ALREADY_WITHDRAWN', 'The consent is already withdrawn.');
      if (!consent.request || consent.request.completedOn !== undefined) {
        return refused('INVALID_INPUT', 'consent must be for a request that is not yet completed.');
      }
      const completedOn = new Date(now()).toISOString().slice(0, 10);
      return insertOnce({
        ...nextVersion(viewer, document, key, inputDigest),
        consent: {
          ...consent,
          version: document.consentVersion + 1,
          request: { ...consent.request, completedOn },
        },
      });
    },
  };
}

/** Recorded, completed, withdrawn: a consent has few. */
const mostVersions = 100;

const refused = (reason: ConsentRefusal, message: string): ConsentOutcome => ({ kind: 'refused', reason, message });

/** Encoded, so that no two callers' names can run together into one. */
const scopedKey = ({ organisation, subject }: Viewer, key: string): string =>
  [organisation, subject, key].map(encodeURIComponent).join(':');

const recorder = ({ subject, organisation, audience }: Viewer): ConsentDocument['recordedBy'] => ({
  subject,
  organisation,
  audience,
});
