import type { Keyring } from '../identity/keyring.js';
import type { OrganisationId, Viewer } from '../access/types.js';
import type { Key, Store } from '../store/port.js';
import type { EmployerDocument } from './document.js';
import { madeBy } from './made.js';
import { idOf, insertOnce } from './once.js';
import type { Outcome } from './refusal.js';

export interface NewEmployer {
  readonly name: string;
  readonly headcount: number;
  readonly postcodeDistrict: string;
  /** The employer's own organisation in access tokens, where it has one. */
  readonly organisation?: string;
}

/** One stretch of a list, newest first. */
export interface Page {
  readonly limit: number;
  readonly after?: readonly Key[];
}

/** Employers, as the services that work with them recorded them. */
export interface EmployerRecords {
  /** Durable when it resolves as done. The same key with the same input finds the first result. */
  record(viewer: Viewer, key: string, employer: NewEmployer): Promise<Outcome<EmployerDocument>>;
  byId(id: string): Promise<EmployerDocument | undefined>;
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, EmployerDocument>>;
  heldBy(organisation: OrganisationId, page: Page): Promise<readonly EmployerDocument[]>;
  ofOrganisation(organisation: OrganisationId, page: Page): Promise<readonly EmployerDocument[]>;
}

export function createEmployerRecords({
  store,
  keyring,
  at,
}: {
  store: Store;
  keyring: Pick<Keyring, 'inputDigest'>;
  at: () => string;
}): EmployerRecords {
  const employers = store.collection('employers');
  return {
    record: (viewer, key, employer) =>
      insertOnce(employers, {
        ...employer,
        id: idOf('employer', viewer, key),
        heldBy: viewer.organisation,
        organisation: employer.organisation ?? 'none',
        ...madeBy(viewer, at(), keyring.inputDigest(employer)),
      }),
    byId: (id) => employers.get(id),
    byIds: async (ids) => new Map((await employers.getMany([...new Set(ids)])).map((each) => [each.id, each])),
    heldBy: (heldBy, page) =>
      employers.find({ index: 'heldBy_recordedAt', where: { heldBy }, order: 'descending', ...page }),
    ofOrganisation: (organisation, page) =>
      employers.find({ index: 'organisation_recordedAt', where: { organisation }, order: 'descending', ...page }),
  };
}
