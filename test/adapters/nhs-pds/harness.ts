/** What the PDS tests stand on: people, a sandbox with them, and the adapter connected to it over HTTP. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { CallContext, UpstreamCallEvent, UpstreamSubject } from '../../../adapters/contract.js';
import { nhsPds, type PdsLoaders, type PdsSettings } from '../../../adapters/nhs-pds/index.js';
import { startPdsSandbox, type PdsSandbox, type PdsSandboxOptions } from '../../../adapters/nhs-pds/sandbox.js';
import type { SandboxPerson } from '../../../adapters/sandbox/person.js';
import type { ClientId, NHSNumber, OrganisationId } from '../../../src/access/types.js';

export interface Bench {
  readonly sandbox: PdsSandbox;
  readonly events: UpstreamCallEvent[];
  /** The loaders of one request. */
  loaders(call?: Partial<CallContext>): PdsLoaders;
  close(): Promise<void>;
}

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

export async function startBench(
  options: Partial<PdsSandboxOptions> = {},
  settings: Partial<PdsSettings> = {},
): Promise<Bench> {
  const sandbox = await startPdsSandbox({
    keys,
    people: [amina, restricted, veryRestricted, withdrawn, merged],
    ...options,
  });
  const events: UpstreamCallEvent[] = [];
  const connection = await nhsPds.connect(
    { ...sandbox.settings, ratePerSecond: 1_000, ...settings },
    { now: options.now ?? Date.now, onCall: (event) => events.push(event) },
  );
  return {
    sandbox,
    events,
    loaders: (call) => connection.loaders({ ...aCall(), ...call }),
    close: async () => {
      await connection.close();
      await sandbox.close();
    },
  };
}

export const aCall = (): CallContext => ({
  signal: new AbortController().signal,
  deadline: Number.MAX_SAFE_INTEGER,
  correlationId: randomUUID(),
  onBehalfOf: {
    subject: 'dr-jones',
    organisation: 'A20047' as OrganisationId,
    audience: 'CLINICIAN',
    purpose: 'DIRECT_CARE',
  },
});

export const subjectOf = (nhsNumber: string): UpstreamSubject => ({
  clientId: `client-${nhsNumber}` as ClientId,
  nhsNumber: nhsNumber as NHSNumber,
  externalIds: {},
});

export const aPerson = (person: Partial<SandboxPerson> & { nhsNumber: string }): SandboxPerson => ({
  familyName: 'Example',
  givenName: 'Amina',
  prefix: 'Ms',
  birthDate: '1988-02-29',
  sex: 'female',
  addressLines: ['1 Example Street', 'Leeds'],
  postcode: 'LS1 1AA',
  phone: '01632960001',
  generalPractice: 'Y12345',
  restriction: 'U',
  conditions: [],
  fitNotes: [],
  measures: [],
  appointments: [],
  encounters: [],
  claims: [],
  ...person,
});

export const amina = aPerson({ nhsNumber: '9990000018' });
export const restricted = aPerson({ nhsNumber: '9990000026', familyName: 'Hidden', restriction: 'R' });
export const veryRestricted = aPerson({ nhsNumber: '9990000034', familyName: 'Unseen', restriction: 'V' });
export const withdrawn = aPerson({ nhsNumber: '9990000042', familyName: 'Withdrawn', restriction: 'REDACTED' });
export const merged = aPerson({ nhsNumber: '9990000050', familyName: 'Merged', supersededBy: '9990000069' });
/** A number with a good check digit that nobody has. */
export const nobody = '9990000077';
