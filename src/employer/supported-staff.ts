import type { Keyring } from '../identity/keyring.js';
import type { ClientId, Viewer } from '../access/types.js';
import { scopedKey } from '../idempotency/used-keys.js';
import { DuplicateKey, type Store } from '../store/port.js';
import type { SupportedStaffDocument } from './document.js';
import { actorOf } from './made.js';
import { appendOnce } from './once.js';
import type { Outcome } from './refusal.js';

/** Whose staff a client is supported as. */
export interface SupportedStaffDesk {
  /** The last that was said counts. */
  support(
    viewer: Viewer,
    key: string,
    employerId: string,
    clientId: ClientId,
    period: Pick<SupportedStaffDocument, 'since' | 'until'>,
  ): Promise<Outcome<SupportedStaffDocument>>;
  /** Everybody who is or was supported as this employer's staff, earliest first. */
  ofEmployer(employerId: string): Promise<readonly SupportedStaffDocument[]>;
  isStaff(employerId: string, clientId: ClientId): Promise<boolean>;
}

/** An employer with more supported staff than this is counted up to here. */
const mostStaff = 1_000;

export function createSupportedStaffDesk({
  store,
  keyring,
  at,
}: {
  store: Store;
  keyring: Pick<Keyring, 'inputDigest'>;
  at: () => string;
}): SupportedStaffDesk {
  const staff = store.collection('supportedStaff');
  return {
    async support(viewer, key, employerId, clientId, period) {
      const id = `${employerId}:${clientId}`;
      const entry = {
        key: scopedKey(viewer, key),
        inputDigest: keyring.inputDigest([id, period.since, period.until ?? null]),
      };
      const said = { ...period, at: at(), by: actorOf(viewer), ...entry };
      try {
        const document = { id, employerId, clientId, ...period, said: [said] };
        return { kind: 'done', document: await staff.insert(document) };
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
      }
      return appendOnce(
        staff,
        id,
        entry,
        ({ said: earlier }) => earlier,
        ({ until: _until, ...document }) => ({
          kind: 'done',
          document: { ...document, ...period, said: [...document.said, said] },
        }),
      );
    },
    ofEmployer: (employerId) => staff.find({ index: 'employerId_since', where: { employerId }, limit: mostStaff }),
    isStaff: async (employerId, clientId) => (await staff.get(`${employerId}:${clientId}`)) !== undefined,
  };
}
