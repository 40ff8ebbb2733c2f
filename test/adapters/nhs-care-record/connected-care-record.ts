/** The adapter, connected over real HTTP to its own sandbox or to a server of the test's own. */
import { nhsCareRecord, careRecordSettings, type CareRecordLoaders } from '../../../adapters/nhs-care-record/index.js';
import { startCareRecordSandbox, type CareRecordSandbox } from '../../../adapters/nhs-care-record/sandbox.js';
import type { CallContext, UpstreamCallEvent, UpstreamSubject } from '../../../adapters/contract.js';
import type { SandboxPerson } from '../../../adapters/sandbox/person.js';
import { UpstreamError } from '../../../adapters/upstream-error.js';

export interface Connected {
  /** For one request. */
  readonly loaders: (call?: Partial<CallContext>) => CareRecordLoaders;
  readonly events: readonly UpstreamCallEvent[];
  readonly close: () => Promise<void>;
}

export async function connect(settings: Record<string, unknown>, now: () => number = Date.now): Promise<Connected> {
  const events: UpstreamCallEvent[] = [];
  const services = { now, onCall: (event: UpstreamCallEvent) => void events.push(event) };
  const connection = await nhsCareRecord.connect(careRecordSettings.parse(settings), services);
  return {
    loaders: (call) => connection.loaders({ ...callContext(now), ...call }),
    events,
    close: () => connection.close(),
  };
}

export const callContext = (now: () => number = Date.now): CallContext => ({
  signal: new AbortController().signal,
  deadline: now() + 20_000,
  correlationId: '4b3ee35c-6c0b-4a4e-9f2c-1f1d7a0a8d11',
  onBehalfOf: {
    subject: 'clinician-1',
    organisation: 'RXX' as CallContext['onBehalfOf']['organisation'],
    audience: 'CLINICIAN',
    purpose: 'DIRECT_CARE',
  },
});

export const subjectOf = (nhsNumber: string, careRecordId?: string): UpstreamSubject => ({
  clientId: `client-${nhsNumber}` as UpstreamSubject['clientId'],
  nhsNumber: nhsNumber as UpstreamSubject['nhsNumber'],
  externalIds: careRecordId === undefined ? {} : { 'nhs-care-record': careRecordId },
});

/** What became of a call that must fail: its error, as data. */
export async function failureOf(answer: Promise<unknown>): Promise<Pick<UpstreamError, 'reason' | 'status' | 'code'>> {
  try {
    await answer;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    const { reason, status, code } = error;
    return { reason, status, code };
  }
  throw new Error('it did not fail');
}

/** A sandbox of one request's worth of people, and the adapter on it. */
export async function startConnected(
  people: readonly SandboxPerson[],
  settings: Record<string, unknown> = {},
): Promise<Connected & { readonly sandbox: CareRecordSandbox }> {
  const sandbox = await startCareRecordSandbox({ people, databasePath: ':memory:' });
  const connected = await connect({ ...sandbox.settings, ...settings });
  return {
    ...connected,
    sandbox,
    close: async () => {
      await connected.close();
      await sandbox.close();
    },
  };
}

/** FHIR requests only, as `GET Condition`. */
export const asked = ({ requests }: CareRecordSandbox): string[] =>
  requests
    .filter(({ path }) => path.startsWith('/fhir/R4/'))
    .map(({ method, path }) => `${method} ${path.slice('/fhir/R4/'.length)}`)
    .sort();

export const amina: SandboxPerson = {
  nhsNumber: '9990000018',
  familyName: 'Example',
  givenName: 'Amina',
  prefix: 'Ms',
  birthDate: '1985-04-03',
  sex: 'female',
  addressLines: ['1 Test Street'],
  postcode: 'PL1 1AA',
  phone: '07700900000',
  generalPractice: 'A81001',
  restriction: 'U',
  conditions: [
    { code: '279039007', display: 'Low back pain', onset: '2019-05', status: 'active' },
    { code: '35489007', display: 'Depressive disorder', onset: '2021-02-03', status: 'active' },
  ],
  fitNotes: [
    {
      status: 'NOT_FIT_FOR_WORK',
      assessed: '2026-01-05',
      from: '2026-01-05',
      to: '2026-02-01',
      adjustments: [],
      conditionCode: '279039007',
      conditionDisplay: 'Low back pain',
    },
    {
      status: 'MAY_BE_FIT_FOR_WORK',
      assessed: '2026-02-02',
      from: '2026-02-02',
      to: '2026-03-02',
      adjustments: ['PHASED_RETURN', 'AMENDED_DUTIES'],
      conditionCode: '279039007',
      conditionDisplay: 'Low back pain',
    },
  ],
  measures: [
    { instrument: 'PHQ_9', total: 17, assessed: '2026-01-05T10:00:00Z' },
    { instrument: 'GAD_7', total: 9, assessed: '2026-01-06T10:00:00Z' },
  ],
  appointments: [
    {
      status: 'booked',
      start: '2026-03-01T09:00:00Z',
      end: '2026-03-01T09:30:00Z',
      description: 'Physiotherapy',
      location: 'Derriford Hospital',
    },
  ],
  encounters: [
    {
      start: '2026-01-05T10:00:00Z',
      end: '2026-01-05T10:10:00Z',
      code: '185349003',
      display: 'Encounter for check up',
      provider: 'Test Surgery',
    },
  ],
  claims: [],
};

/** More people like Amina, with NHS numbers of the test range (without check digits: the adapter does not check). */
export const crowd = (size: number): SandboxPerson[] =>
  Array.from({ length: size }, (_, index) => ({ ...amina, nhsNumber: String(9_991_000_000 + index) }));
