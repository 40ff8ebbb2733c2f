/** What is asked of the care record, how often, and who gets which answer. */
import { afterEach, expect, test } from '@jest/globals';
import { amina, asked, connect, crowd, startConnected, subjectOf, type Connected } from './connected-care-record.js';
import type { CareRecordSandbox } from '../../../adapters/nhs-care-record/sandbox.js';

let running: (Connected & { readonly sandbox: CareRecordSandbox }) | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});
const start = async (...options: Parameters<typeof startConnected>) => (running = await startConnected(...options));

test('one view of one client costs one call per resource searched, and one to find the client', async () => {
  const { loaders, sandbox } = await start([amina]);
  const subject = subjectOf(amina.nhsNumber);
  const all = async () => {
    const load = loaders();
    await Promise.all([
      load.conditions(subject),
      load.observations(subject),
      load.encounters(subject),
      load.appointments(subject),
      load.measures(subject),
      load.fitNotes(subject),
    ]);
    const calls = asked(sandbox);
    sandbox.forget();
    return calls;
  };
  const searches = [
    'GET Appointment',
    'GET Condition',
    'GET DocumentReference',
    'GET Encounter',
    'GET Observation',
    'GET Observation',
    'GET QuestionnaireResponse',
  ];
  expect(await all()).toEqual([...searches, 'POST Patient/_search']);
  // The link is remembered, the data is not.
  expect(await all()).toEqual(searches);
});

test.each([
  ['conditions', ['GET Condition']],
  ['observations', ['GET Observation']],
  ['encounters', ['GET Encounter']],
  ['appointments', ['GET Appointment']],
  ['measures', ['GET Observation', 'GET QuestionnaireResponse']],
  ['fitNotes', ['GET DocumentReference', 'GET QuestionnaireResponse']],
] as const)('%s of a linked client cost %j', async (section, calls) => {
  const { loaders, sandbox } = await start([]);
  await loaders()[section](subjectOf(amina.nhsNumber, 'a-known-id'));
  expect(asked(sandbox)).toEqual(calls);
});

test('conditions of fifty clients are one search for the people and one for the conditions', async () => {
  const people = crowd(50);
  const { loaders, sandbox } = await start(people);
  const { conditions } = loaders();
  const answers = await Promise.all(people.map(({ nhsNumber }) => conditions(subjectOf(nhsNumber))));
  expect(asked(sandbox)).toEqual(['POST Condition/_search', 'POST Patient/_search']);
  for (const { items, complete } of answers) {
    expect(complete).toBe(true);
    expect(items.map(({ code }) => code?.codings[0]?.code)).toEqual(['35489007', '279039007']);
  }
});

test('a hundred and one clients are three searches of each', async () => {
  const people = crowd(101);
  const { loaders, sandbox } = await start(people);
  const { encounters } = loaders();
  const answers = await Promise.all(people.map(({ nhsNumber }) => encounters(subjectOf(nhsNumber))));
  expect(answers.every(({ items }) => items.length === 1)).toBe(true);
  expect(asked(sandbox)).toEqual([
    'GET Encounter',
    ...Array<string>(2).fill('POST Encounter/_search'),
    ...Array<string>(3).fill('POST Patient/_search'),
  ]);
});

test('a search over 2,000 characters is posted, form-encoded', async () => {
  const { loaders, sandbox } = await start([]);
  const { observations } = loaders();
  const ids = Array.from({ length: 50 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
  await Promise.all(ids.map((id, index) => observations(subjectOf(String(9_990_000_000 + index), id))));
  const [search] = sandbox.requests.filter(({ path }) => path.includes('Observation'));
  expect(search).toMatchObject({ method: 'POST', path: '/fhir/R4/Observation/_search' });
  expect(search!.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(new URLSearchParams(search!.body).get('patient')!.split(',')).toEqual(ids);
});

test('no NHS number ever stands in a URL', async () => {
  const { loaders, sandbox } = await start([amina]);
  const load = loaders();
  const subject = subjectOf(amina.nhsNumber);
  await Promise.all([load.conditions(subject), load.measures(subject), load.fitNotes(subject)]);
  const urls = sandbox.requests.map(({ path, query }) => `${path}?${query.toString()}`);
  expect(urls.filter((url) => url.includes(amina.nhsNumber))).toEqual([]);
});

test('only the elements that are mapped are asked for', async () => {
  const { loaders, sandbox } = await start([amina]);
  await loaders().conditions(subjectOf(amina.nhsNumber));
  const [search] = sandbox.requests.filter(({ path }) => path.endsWith('/Condition'));
  expect(search!.query.get('_elements')).toBe(
    'id,meta,subject,code,clinicalStatus,verificationStatus,severity,category,onset,abatement,recordedDate',
  );
});

test('what is asked twice in one request is asked once, and in another request again', async () => {
  const { loaders, sandbox } = await start([amina]);
  const subject = subjectOf(amina.nhsNumber);
  const load = loaders();
  expect(await load.conditions(subject)).toBe(await load.conditions(subject));
  await loaders().conditions(subject);
  expect(asked(sandbox).filter((call) => call === 'GET Condition')).toHaveLength(2);
});

test('a client whom the care record does not know has no record, and is looked for again next time', async () => {
  const { loaders, sandbox } = await start([]);
  const stranger = subjectOf('9990000026');
  expect(await loaders().conditions(stranger)).toMatchObject({ items: [], complete: true });
  await loaders().conditions(stranger);
  expect(asked(sandbox)).toEqual(['POST Patient/_search', 'POST Patient/_search']);
});

test('a client with two Patient resources gets the conditions of both', async () => {
  const { loaders, sandbox } = await start([amina]);
  const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: amina.nhsNumber }];
  sandbox.put(
    { resourceType: 'Patient', id: 'second', identifier },
    { resourceType: 'Condition', id: 'c', subject: { reference: 'Patient/second' }, recordedDate: '2026-06-01' },
  );
  const { items } = await loaders().conditions(subjectOf(amina.nhsNumber));
  expect(items.map(({ id }) => id)).toHaveLength(3);
  expect(items[0]?.id).toBe('c');
});

test('a remembered link is looked up again after a quarter of an hour, and when the NHS number has changed', async () => {
  let now = Date.now();
  const { sandbox } = await start([amina, ...crowd(1)]);
  const connected = await connect(sandbox.settings, () => now);
  const subject = subjectOf(amina.nhsNumber);
  const lookUps = async (of: typeof subject) => {
    sandbox.forget();
    await connected.loaders().conditions(of);
    return asked(sandbox).filter((call) => call === 'POST Patient/_search').length;
  };
  expect([await lookUps(subject), await lookUps(subject)]).toEqual([1, 0]);
  expect(await lookUps({ ...subjectOf(crowd(1)[0]!.nhsNumber), clientId: subject.clientId })).toBe(1);
  expect(await lookUps(subject)).toBe(1);
  now += 15 * 60_000;
  expect(await lookUps(subject)).toBe(1);
  await connected.close();
});

test('every call carries the correlation id of its request and an id of its own', async () => {
  const { loaders, sandbox } = await start([amina]);
  const correlationId = '0c9b6f4e-3f0a-4f5e-8d7a-5a4c0a6f1b22';
  await loaders({ correlationId }).fitNotes(subjectOf(amina.nhsNumber));
  const calls = sandbox.requests.filter(({ path }) => path.startsWith('/fhir/'));
  expect(new Set(calls.map(({ headers }) => headers['x-correlation-id']))).toEqual(new Set([correlationId]));
  expect(new Set(calls.map(({ headers }) => headers['x-request-id'])).size).toBe(calls.length);
});

test('a token that the server no longer takes is replaced without the caller noticing', async () => {
  const { loaders, sandbox } = await start([amina]);
  await loaders().conditions(subjectOf(amina.nhsNumber));
  sandbox.expireTokens();
  const { items } = await loaders().conditions(subjectOf(amina.nhsNumber));
  expect(items).toHaveLength(2);
});

test('everything that the sandbox holds of a person comes through, most recent first', async () => {
  const { loaders } = await start([amina]);
  const load = loaders();
  const subject = subjectOf(amina.nhsNumber);
  const measures = await load.measures(subject);
  expect(measures.items).toMatchObject([
    { instrument: 'GAD_7', total: 9, band: 'mild', assessedAt: '2026-01-06T10:00:00Z' },
    { instrument: 'PHQ_9', total: 17, band: 'moderately severe', assessedAt: '2026-01-05T10:00:00Z' },
  ]);
  const fitNotes = await load.fitNotes(subject);
  expect(fitNotes.items).toMatchObject([
    {
      status: 'MAY_BE_FIT_FOR_WORK',
      periodStart: '2026-02-02',
      periodEnd: '2026-03-02',
      adjustments: ['PHASED_RETURN', 'AMENDED_DUTIES'],
    },
    {
      status: 'NOT_FIT_FOR_WORK',
      assessmentDate: '2026-01-05',
      periodStart: '2026-01-05',
      periodEnd: '2026-02-01',
      adjustments: [],
    },
  ]);
  const appointments = await load.appointments(subject);
  expect(appointments.items).toMatchObject([
    { status: 'booked', start: '2026-03-01T09:00:00Z', description: 'Physiotherapy', location: 'Derriford Hospital' },
  ]);
  const encounters = await load.encounters(subject);
  expect(encounters.items).toMatchObject([{ status: 'finished', serviceProvider: 'Test Surgery' }]);
  expect(JSON.stringify(fitNotes)).not.toContain('Low back pain');
});
