/** A caseload of any size, written straight into the store: the same documents that the hub itself writes, checked like them. */
import { createHash } from 'node:crypto';
import type { ClientId, OrganisationId } from '../../src/access/types.js';
import { consentVersionId } from '../../src/consent/version-id.js';
import type { Sealed } from '../../src/store/documents.js';
import type { Keyring } from '../../src/identity/keyring.js';
import { testNHSNumber } from '../../src/identity/nhs-number.js';
import type { Store } from '../../src/store/port.js';
import { openSlot } from '../../src/support/open-case.js';

/** How much there is of everything, for so many clients: the proportions of issue 4. */
export const caseloadOf = (clients: number) => ({ clients, cases: clients * 1.2, sessions: clients * 8 });

export const organisations = 10;
export const organisationOf = (client: number): OrganisationId =>
  `BENCH-PROVIDER-${client % organisations}` as OrganisationId;
const managersOf = 20;
export const programme = {
  id: 'workwell',
  version: '2024-10-01',
  stream: 'GREATER_MANCHESTER',
  role: 'WORK_HEALTH_COACH',
};

const batch = 1_000;
const began = Date.UTC(2025, 0, 1);
const minute = 60_000;

/** A UUID that follows from what it names, so that whoever asks knows it. */
export function idOf(kind: string, number: number): string {
  const hex = createHash('sha256').update(`${kind} ${number}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const clientIdOf = (client: number): ClientId => idOf('client', client) as ClientId;
/** Every client has a case, and every fifth has an ended one before it. */
export const clientOfCase = (number: number, clients: number): number => number % clients;

export async function fill(
  store: Store,
  keyring: Keyring,
  clients: number,
  say: (line: string) => void,
): Promise<void> {
  const { cases, sessions } = caseloadOf(clients);
  // One ciphertext for all: what stands in it weighs what it weighs, and sealing a million times would take longer than the benchmark.
  const subject = keyring.seal(JSON.stringify({ nhsNumber: testNHSNumber(0), externalIds: {}, familyName: 'Okafor' }));
  const facts = keyring.seal(
    JSON.stringify({ inPaidWork: true, hasHealthCondition: true, homePostcodeDistrict: 'M1' }),
  );
  const plan = keyring.seal(
    JSON.stringify({
      type: 'THRIVE_AT_WORK',
      goals: [
        { kind: 'HEALTH', description: 'Walk for 20 minutes every day', state: 'UNDER_WAY', confidence: 6 },
        { kind: 'STAY_IN_WORK', description: 'Agree a quieter desk', state: 'OPEN', dueOn: '2026-12-01' },
      ],
    }),
  );
  const assessment = keyring.seal(
    JSON.stringify({
      mainBarrier: 'MENTAL_ILLNESS',
      otherBarriers: ['WORKPLACE'],
      domains: [{ domain: 'WORK', findings: 'Worried about going back to a noisy office.' }],
    }),
  );
  const wording = keyring.seal('You may see my conditions and my fit notes while you support me.');
  const provider = keyring.seal(JSON.stringify('RX1'));
  const place = keyring.seal('Northgate Library');
  const description = keyring.seal(JSON.stringify('Write to the employer about the desk'));

  await inBatches(
    clients,
    (client) => ({
      id: clientIdOf(client),
      subject,
      restriction: 'U' as const,
      enrolledAt: at(client),
      traceDueAt: '2099-01-01T00:00:00.000Z',
    }),
    (documents) => store.collection('clients').insertMany(documents),
  );
  await inBatches(
    clients,
    (client) => ({
      id: `${organisationOf(client)}:${clientIdOf(client)}`,
      organisation: organisationOf(client),
      clientId: clientIdOf(client),
      kind: 'SUPPORT_PROVIDER' as const,
      since: at(client),
    }),
    (documents) => store.collection('relationships').insertMany(documents),
  );
  await inBatches(
    clients,
    (client) => consentOf(client, wording),
    (documents) => store.collection('consents').insertMany(documents),
  );
  say(`  ${clients} clients, each with one consent`);

  await inBatches(
    cases,
    (number) => {
      const client = clientOfCase(number, clients);
      const organisation = organisationOf(client);
      const id = idOf('case', number);
      const by = { subject: `coach-${client % managersOf}`, organisation, audience: 'WORK_AND_HEALTH_COACH' as const };
      const openedAt = at(number);
      const ended = number >= clients;
      const event = { at: openedAt, by, inputDigest: digest };
      return {
        id,
        clientId: clientIdOf(client),
        organisation,
        programme: programme.id,
        programmeVersion: programme.version,
        stream: programme.stream,
        area: 'GREATER_MANCHESTER',
        entry: ended ? ('AGAIN' as const) : ('FIRST' as const),
        status: ended ? ('DISCHARGED' as const) : ('OPEN' as const),
        slot: ended ? id : openSlot(organisation, programme.id, clientIdOf(client)),
        openedAt,
        facts,
        manager: by.subject,
        managers: [{ subject: by.subject, role: programme.role, from: openedAt }],
        plannedEndOn: '2027-03-01',
        nextLookOn: '2027-02-01',
        extensions: [],
        snapshots: [
          {
            point: 'FIRST_APPOINTMENT' as const,
            on: openedAt.slice(0, 10),
            recordedAt: openedAt,
            employmentStatus: '01' as const,
            absent: true,
          },
        ],
        assessments: [1, 2].map((version) => ({ number: version, at: openedAt, by, content: assessment })),
        plans: [1, 2].map((version) => ({ number: version, at: openedAt, by, content: plan })),
        actions: [1, 2].map((action) => ({
          id: idOf(`action ${action}`, number),
          description,
          strand: action === 1 ? ('WORK' as const) : ('HEALTH' as const),
          owner: organisation,
          state: 'OPEN' as const,
          changedAt: openedAt,
        })),
        interventions: [
          {
            id: idOf('intervention', number),
            category: 'PHYSIOTHERAPY',
            provider,
            integrated: true,
            state: 'REQUESTED' as const,
            requestedOn: openedAt.slice(0, 10),
          },
        ],
        ...(ended && { discharge: { on: '2026-06-01', reason: 'COMPLETED' } }),
        history: (['OPENED', 'ASSESSED', 'PLANNED', 'ACTION_RECORDED'] as const).map((kind, step) => ({
          ...event,
          kind,
          key: `bench:${number}:${step}`,
        })),
        idempotencyKey: `bench:case:${number}`,
        inputDigest: digest,
      };
    },
    (documents) => store.collection('cases').insertMany(documents),
  );
  say(`  ${cases} cases`);

  await inBatches(
    sessions,
    (number) => {
      const ofCase = number % cases;
      const client = clientOfCase(ofCase, clients);
      const organisation = organisationOf(client);
      const startsAt = at(number);
      return {
        id: idOf('session', number),
        caseId: idOf('case', ofCase),
        clientId: clientIdOf(client),
        organisation,
        state: 'ATTENDED' as const,
        bookedAt: startsAt,
        bookedBy: { subject: `coach-${client % managersOf}`, organisation, audience: 'WORK_AND_HEALTH_COACH' as const },
        closedAt: startsAt,
        startsAt,
        minutes: 45,
        topic: 'MANAGING_HEALTH_AT_WORK',
        mode: 'IN_PERSON' as const,
        place,
        hostedBy: organisation,
        deliveredBy: organisation,
        role: programme.role,
        idempotencyKey: `bench:session:${number}`,
        inputDigest: digest,
      };
    },
    (documents) => store.collection('sessions').insertMany(documents),
  );
  say(`  ${sessions} sessions`);
}

/** What most clients of a programme have: their health told to those who support them. */
function consentOf(client: number, wording: Sealed) {
  const organisation = organisationOf(client);
  const consentId = idOf('consent', client);
  const on = at(client).slice(0, 10);
  return {
    id: consentVersionId(consentId, 1),
    consentId,
    consentVersion: 1,
    clientId: clientIdOf(client),
    consent: {
      id: consentId,
      version: 1,
      status: 'ACTIVE' as const,
      effect: 'PERMIT' as const,
      categories: ['CONDITIONS', 'FIT_NOTES'] as const,
      recipients: [{ kind: 'organisation' as const, organisation }],
      purposes: ['EMPLOYMENT_SUPPORT'] as const,
      period: { start: on, end: '2099-12-31' },
      givenOn: on,
    },
    evidence: {
      method: 'WRITTEN' as const,
      wording,
      language: 'en-GB',
      givenBy: 'CLIENT' as const,
    },
    recordedBy: { subject: `coach-${client % managersOf}`, organisation, audience: 'WORK_AND_HEALTH_COACH' as const },
    recordedAt: at(client),
    idempotencyKey: `bench:consent:${client}`,
    inputDigest: digest,
  };
}

/** A minute apart, and so in the order of their numbers. */
const at = (number: number): string => new Date(began + number * minute).toISOString();
const digest = createHash('sha256').update('bench').digest('hex');

async function inBatches<Document>(
  count: number,
  make: (number: number) => Document,
  insert: (documents: readonly Document[]) => Promise<void>,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  for (let from = 0; from < count; from += batch) {
    const documents = Array.from({ length: Math.min(batch, count - from) }, (_, index) => make(from + index));
    // The next thousand are made while the last are written.
    await writing;
    writing = insert(documents);
  }
  await writing;
}
