import { createHmac, randomUUID } from 'node:crypto';
import type { Policy } from '../access/policy.js';
import { excessOf } from '../access/representation.js';
import type { Representation } from '../access/representation.js';
import type { ClientId, NHSNumber, Viewer } from '../access/types.js';
import type { Keyring } from '../identity/keyring.js';
import type { RepresentativeDocument } from '../store/documents/representative.js';
import { personKind } from './person.js';
import { DuplicateKey } from '../store/port.js';
import type { Store } from '../store/port.js';

/** Who somebody is, and how far they may act for a client, as it is recorded. */
export interface RepresentationTerms extends Omit<Representation, 'id' | 'version' | 'status'> {
  /** Under which the representative signs in. */
  readonly nhsNumber: NHSNumber;
  readonly name: string;
  readonly evidence: string;
}

export type RepresentationOutcome =
  | { readonly kind: 'stored'; readonly document: RepresentativeDocument }
  | {
      readonly kind: 'refused';
      readonly reason:
        'NOT_PERMITTED' | 'INVALID_INPUT' | 'IDEMPOTENCY_KEY_REUSED' | 'ALREADY_ENDED' | 'CHANGED_MEANWHILE';
      readonly message: string;
    };

/** The domain verbs of acting for somebody else. Each version is a document of its own, inserted once and never changed. */
export interface RepresentationDesk {
  /** The newest version of everybody's authority to act for a person, under any of their records. */
  newest(records: readonly ClientId[]): Promise<readonly RepresentativeDocument[]>;
  byId(representativeId: string): Promise<RepresentativeDocument | undefined>;
  /** Every version of one authority, the oldest first. */
  versionsOf(representativeId: string): Promise<readonly RepresentativeDocument[]>;
  /** The authority of the person with this NHS number, an active one if there is one. */
  of(nhsNumber: NHSNumber, records: readonly ClientId[]): Promise<RepresentativeDocument | undefined>;
  /** Everything on which the person with this NHS number may act for anybody, today or from a later day. */
  heldBy(nhsNumber: NHSNumber): Promise<readonly RepresentativeDocument[]>;
  isHeldBy(nhsNumber: NHSNumber, document: RepresentativeDocument): boolean;
  nameOf(document: RepresentativeDocument): string;
  evidenceOf(document: RepresentativeDocument): string;
  /** Durable when it resolves as stored. */
  record(viewer: Viewer, clientId: ClientId, key: string, terms: RepresentationTerms): Promise<RepresentationOutcome>;
  end(viewer: Viewer, document: RepresentativeDocument, key: string): Promise<RepresentationOutcome>;
}

const keyPattern = /^[A-Za-z0-9-]{8,64}$/;
const mostOfOneClient = 200;

export function createRepresentationDesk(parts: {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly policyNow: () => Policy;
  readonly now: () => number;
}): RepresentationDesk {
  const { store, keyring, policyNow, now } = parts;
  const collection = store.collection('representatives');
  const digestKey = keyring.derive('representatives');

  async function newest(records: readonly ClientId[]): Promise<readonly RepresentativeDocument[]> {
    const [only] = records;
    const versions = await collection.find({
      index: 'clientId_representativeId_representativeVersion',
      where: { clientId: records.length === 1 && only !== undefined ? only : { in: records } },
      limit: mostOfOneClient,
    });
    return newestOf(versions);
  }

  const today = (): string => new Date(now()).toISOString().slice(0, 10);

  /** Under any key of the ring: what was recorded before lookups moved to another key is held still. */
  const isHeldBy = (nhsNumber: NHSNumber, { personKey }: RepresentativeDocument): boolean =>
    keyring.lookupKeys(personKind, nhsNumber).includes(personKey);

  async function insertOnce(document: Omit<RepresentativeDocument, 'version'>): Promise<RepresentationOutcome> {
    try {
      return { kind: 'stored', document: await collection.insert(document) };
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      const { idempotencyKey, inputDigest } = document;
      const [earlier] = await collection.find({ index: 'idempotencyKey', where: { idempotencyKey }, limit: 1 });
      if (!earlier) return refused('CHANGED_MEANWHILE', 'It was changed meanwhile: read it again.');
      if (earlier.inputDigest === inputDigest) return { kind: 'stored', document: earlier };
      return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');
    }
  }

  const written = (viewer: Viewer, key: string, input: unknown) => ({
    recordedBy: { subject: viewer.subject, organisation: viewer.organisation, audience: viewer.audience },
    recordedAt: new Date(now()).toISOString(),
    idempotencyKey: [viewer.organisation, viewer.subject, key].map(encodeURIComponent).join(':'),
    // Keyed, since the input names a person; by a key that stays when lookups move, so that a repeated call is the same call.
    inputDigest: createHmac('sha256', digestKey).update(JSON.stringify(input)).digest('hex'),
  });

  return {
    newest,
    async byId(representativeId) {
      const [found] = await collection.find({
        index: 'representativeId_representativeVersion',
        where: { representativeId },
        order: 'descending',
        limit: 1,
      });
      return found;
    },
    versionsOf: (representativeId) =>
      collection.find({
        index: 'representativeId_representativeVersion',
        where: { representativeId },
        limit: mostOfOneClient,
      }),
    async of(nhsNumber, records) {
      const own = (await newest(records)).filter((document) => isHeldBy(nhsNumber, document));
      const day = today();
      const isRunning = ({ representation: { status, period } }: RepresentativeDocument): boolean =>
        status === 'ACTIVE' && period.start <= day && (period.end === undefined || day <= period.end);
      return own.find(isRunning) ?? own.find(({ representation }) => representation.status === 'ACTIVE');
    },
    async heldBy(nhsNumber) {
      const keys = keyring.lookupKeys(personKind, nhsNumber);
      const versions = await collection.find({
        index: 'personKey_representativeId_representativeVersion',
        where: { personKey: { in: keys } },
        limit: mostOfOneClient,
      });
      const day = today();
      return newestOf(versions).filter(
        ({ representation: { status, period } }) =>
          status === 'ACTIVE' && (period.end === undefined || day <= period.end),
      );
    },
    isHeldBy,
    nameOf: (document) => keyring.open(document.name),
    evidenceOf: (document) => keyring.open(document.evidence),
    async record(viewer, clientId, key, { nhsNumber, name, evidence, ...terms }) {
      const { recorders, rules } = policyNow().representation;
      if (!recorders.has(viewer.audience))
        return refused('NOT_PERMITTED', 'This caller may not record who acts for a client.');
      const fault = faultIn(key, name, evidence) ?? excessOf(rules.get(terms.authority), terms);
      if (fault !== undefined) return refused('INVALID_INPUT', fault);
      const representativeId = randomUUID();
      return insertOnce({
        id: versionId(representativeId, 1),
        representativeId,
        representativeVersion: 1,
        clientId,
        representation: { ...terms, id: representativeId, version: 1, status: 'ACTIVE' },
        personKey: keyring.lookupKey(personKind, nhsNumber),
        person: keyring.seal(nhsNumber),
        name: keyring.seal(name),
        evidence: keyring.seal(evidence),
        ...written(viewer, key, ['represent', clientId, terms, nhsNumber, name, evidence]),
      });
    },
    async end(viewer, document, key) {
      // The client may always end it; who acts for them may not have it ended for somebody else, and nobody begins their own.
      if (viewer.audience !== 'CLIENT' && !policyNow().representation.recorders.has(viewer.audience)) {
        return refused('NOT_PERMITTED', 'This caller may not end who acts for a client.');
      }
      if (!keyPattern.test(key)) return refused('INVALID_INPUT', keyFault);
      const writing = written(viewer, key, ['end', document.representativeId]);
      const { idempotencyKey } = writing;
      const [earlier] = await collection.find({ index: 'idempotencyKey', where: { idempotencyKey }, limit: 1 });
      if (earlier?.inputDigest === writing.inputDigest) return { kind: 'stored', document: earlier };
      if (earlier) return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');
      if (document.representation.status === 'ENDED') return refused('ALREADY_ENDED', 'It has ended already.');
      const version = document.representativeVersion + 1;
      const { version: _stored, ...previous } = document;
      return insertOnce({
        ...previous,
        id: versionId(document.representativeId, version),
        representativeVersion: version,
        representation: { ...document.representation, version, status: 'ENDED' },
        ...writing,
      });
    },
  };
}

/** In the order of an index that ends with the version: a later one comes after an earlier one. */
const newestOf = (versions: readonly RepresentativeDocument[]): readonly RepresentativeDocument[] => [
  ...new Map(versions.map((version) => [version.representativeId, version])).values(),
];

const keyFault = 'idempotencyKey must be 8 to 64 letters, digits and hyphens.';

function faultIn(key: string, name: string, evidence: string): string | undefined {
  if (!keyPattern.test(key)) return keyFault;
  if (name.trim() === '' || name.length > 200) return 'name must be 1 to 200 characters.';
  return evidence.trim() === '' || evidence.length > 500 ? 'evidence must be 1 to 500 characters.' : undefined;
}

const versionId = (id: string, version: number): string => `${id}:${String(version).padStart(6, '0')}`;

const refused = (
  reason: Extract<RepresentationOutcome, { kind: 'refused' }>['reason'],
  message: string,
): RepresentationOutcome => ({ kind: 'refused', reason, message });
