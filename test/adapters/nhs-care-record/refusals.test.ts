/** Servers that fail, lie, or say too much: what leaves the adapter is an answer or an `UpstreamError`, nothing between. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { projectPerson } from '../../../adapters/nhs-care-record/sandbox/project-person.js';
import { startSandboxServer, type SandboxReply, type SandboxRequest } from '../../../adapters/sandbox/server.js';
import {
  amina,
  connect,
  crowd,
  failureOf,
  startConnected,
  subjectOf,
  type Connected,
} from './connected-care-record.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(...options: Parameters<typeof startConnected>) {
  const started = await startConnected(...options);
  closing.push(() => started.close());
  return started;
}

/** The adapter on a server that answers FHIR requests as the test says. */
async function against(
  answer: (request: SandboxRequest, url: string) => SandboxReply,
  settings: Record<string, unknown> = {},
): Promise<Connected & { readonly requests: readonly SandboxRequest[] }> {
  const server = await startSandboxServer({
    answer: (request): SandboxReply =>
      request.path === '/token'
        ? { status: 200, body: { access_token: 'the-token', token_type: 'Bearer', expires_in: 300 } }
        : answer(request, server.url),
  });
  const connected = await connect({
    baseUrl: `${server.url}/fhir`,
    tokenUrl: `${server.url}/token`,
    clientId: 'hub',
    clientSecret: 'secret',
    ...settings,
  });
  closing.push(
    () => connected.close(),
    () => server.close(),
  );
  return { ...connected, requests: server.requests };
}

const bundle = (entries: readonly object[], next?: string): SandboxReply => ({
  status: 200,
  body: {
    resourceType: 'Bundle',
    type: 'searchset',
    entry: entries.map((resource) => ({ resource })),
    ...(next !== undefined && { link: [{ relation: 'next', url: next }] }),
  },
});
const condition = (id: string, patient: string) => ({
  resourceType: 'Condition',
  id,
  subject: { reference: `Patient/${patient}` },
});
const aminaId = projectPerson(amina)[0]!.id;
const known = subjectOf(amina.nhsNumber, 'known');

test('a next link to another host is refused, and the token is not sent there', async () => {
  const thief = await startSandboxServer({ answer: () => bundle([condition('stolen', 'known')]) });
  closing.push(() => thief.close());
  for (const next of [`${thief.url}/fhir/Condition?page=2`, `//${new URL(thief.url).host}/fhir/Condition`]) {
    const { loaders } = await against(() => bundle([condition('1', 'known')], next));
    expect(await failureOf(loaders().conditions(known))).toMatchObject({ reason: 'MALFORMED' });
  }
  expect(thief.requests).toEqual([]);
});

test('a next link out of the base of the care record is refused', async () => {
  const { loaders, requests } = await against((_request, url) => bundle([], `${url}/admin/Condition?page=2`));
  expect(await failureOf(loaders().conditions(known))).toMatchObject({ reason: 'MALFORMED' });
  expect(requests.filter(({ path }) => path.startsWith('/admin'))).toEqual([]);
});

test('a relative next link is followed', async () => {
  const { loaders } = await against(({ query }) =>
    query.has('page') ? bundle([condition('2', 'known')]) : bundle([condition('1', 'known')], 'Condition?page=2'),
  );
  const { items, complete } = await loaders().conditions(known);
  expect([items.map(({ id }) => id), complete]).toEqual([['1', '2'], true]);
});

test('a resource of somebody else is dropped and counted', async () => {
  const { loaders, events } = await against((_request, url) =>
    bundle([
      condition('mine', 'known'),
      condition('theirs', 'somebody-else'),
      { ...condition('elsewhere', 'x'), subject: { reference: 'https://other.example/fhir/Patient/known' } },
      { ...condition('absolute', 'x'), subject: { reference: `${url}/fhir/Patient/known/_history/3` } },
    ]),
  );
  const { items, complete } = await loaders().conditions(known);
  expect([items.map(({ id }) => id), complete]).toEqual([['mine', 'absolute'], true]);
  expect(events.filter(({ outcome }) => outcome === 'FOREIGN_SUBJECT')).toHaveLength(2);
});

test('a resource that names nobody is not given to anybody, and the list says that it may be short', async () => {
  const { loaders } = await against(() => bundle([{ resourceType: 'Condition', id: '1' }, condition('2', 'known')]));
  const { items, complete } = await loaders().conditions(known);
  expect([items.map(({ id }) => id), complete]).toEqual([['2'], false]);
});

test('a resource that names its subject by NHS number belongs to that client', async () => {
  const identifier = { system: 'https://fhir.nhs.uk/Id/nhs-number', value: amina.nhsNumber };
  const { loaders } = await against(() => bundle([{ resourceType: 'Condition', id: '1', subject: { identifier } }]));
  expect((await loaders().conditions(known)).items).toHaveLength(1);
});

test('an appointment of several patients goes to those who were asked for, and says who else it is about', async () => {
  const actor = (reference: string, identifier?: object) => ({ actor: { reference, identifier } });
  const numbered = actor('Patient/numbered', { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000026' });
  const participant = [actor('Patient/other'), actor('Patient/known'), numbered, actor('Practitioner/dr')];
  const group = { resourceType: 'Appointment', id: 'g', participant };
  const { loaders } = await against(() => bundle([group]));
  const { items, shared } = await loaders().appointments(known);
  expect(items.map(({ id }) => id)).toEqual(['g']);
  expect(shared?.get(items[0]!)).toEqual([
    { kind: 'client', clientId: known.clientId },
    { kind: 'unknown' },
    { kind: 'number', nhsNumber: '9990000026' },
  ]);
});

describe('what is made of a resource that names two people is about both', () => {
  const about = { subject: { reference: 'Patient/known' }, focus: [{ reference: 'Patient/child' }], status: 'final' };
  const both = [{ kind: 'client', clientId: known.clientId }, { kind: 'unknown' }];
  const snomed = (code: string) => ({ coding: [{ system: 'http://snomed.info/sct', code }] });
  const score = {
    resourceType: 'Observation',
    id: 'o',
    code: snomed('720433000'),
    status: 'final',
    effectiveDateTime: '2026-01-01',
    valueInteger: 9,
  };

  test('an observation, and the score in it', async () => {
    const { loaders } = await against(() => bundle([{ ...score, ...about }]));
    const observations = await loaders().observations(known);
    expect(observations.shared?.get(observations.items[0]!)).toEqual(both);
    const measures = await loaders().measures(known);
    expect(measures.items).toMatchObject([{ instrument: 'PHQ_9', total: 9 }]);
    expect(measures.shared?.get(measures.items[0]!)).toEqual(both);
  });

  test('a score of one of them whose panel names the other too', async () => {
    const panel = { ...score, id: 'p', code: { coding: [{ system: 'http://loinc.org', code: '44249-1' }] }, valueInteger: undefined }; // prettier-ignore
    const { loaders } = await against(() =>
      bundle([
        { ...score, subject: about.subject },
        { ...panel, ...about, hasMember: [{ reference: 'Observation/o' }] },
      ]),
    );
    const { items, shared } = await loaders().measures(known);
    expect(items).toMatchObject([{ total: 9 }]);
    expect(shared?.get(items[0]!)).toEqual(both);
  });

  test('a coded fit note', async () => {
    const note = { resourceType: 'Observation', id: 'f', code: snomed('751481000000104'), ...about };
    const { loaders } = await against(() => bundle([note]), { codedFitNotes: true });
    const { items, shared } = await loaders().fitNotes(known);
    expect(items).toMatchObject([{ status: 'NOT_FIT_FOR_WORK' }]);
    expect(shared?.get(items[0]!)).toEqual(both);
  });
});

describe('labels come with what they are on', () => {
  const psy = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'PSY', display: null };
  const { display: _none, ...coded } = psy;
  const snomed = (code: string) => ({ coding: [{ system: 'http://snomed.info/sct', code }] });
  const on = { meta: { security: [coded] }, subject: { reference: 'Patient/known' } };

  test('an appointment, a fit note as a document or a form, and a score', async () => {
    const { loaders } = await against((request) => {
      const type = /(\w+)$/.exec(request.path)![1];
      const resources: Record<string, object> = {
        Appointment: { resourceType: 'Appointment', id: 'a', ...on, participant: [{ actor: on.subject }] },
        DocumentReference: { resourceType: 'DocumentReference', id: 'd', subject: on.subject, securityLabel: [{ coding: [coded] }], type: snomed('751481000000104') },
        QuestionnaireResponse: { resourceType: 'QuestionnaireResponse', id: 'q', ...on, status: 'completed', questionnaire: 'https://example.org/FitnessForWork' },
        Observation: { resourceType: 'Observation', id: 'o', ...on, code: snomed('720433000'), status: 'final', valueInteger: 9 },
      }; // prettier-ignore
      return bundle([resources[type!]!]);
    });
    const { appointments, fitNotes, measures } = loaders();
    const labels = async (answer: Promise<{ items: readonly { securityLabels?: readonly object[] }[] }>) =>
      (await answer).items.map(({ securityLabels }) => securityLabels);
    expect(await labels(appointments(known))).toMatchObject([[coded]]);
    expect(await labels(fitNotes(known))).toMatchObject([[coded], [coded]]);
    expect(await labels(measures(known))).toMatchObject([[coded]]);
  });

  test('a score whose panel is labelled', async () => {
    const score = { resourceType: 'Observation', id: 'o', subject: on.subject, code: snomed('720433000'), status: 'final', effectiveDateTime: '2026-01-01', valueInteger: 9 }; // prettier-ignore
    const panel = { ...score, ...on, id: 'p', code: { coding: [{ system: 'http://loinc.org', code: '44249-1' }] }, valueInteger: undefined, hasMember: [{ reference: 'Observation/o' }] }; // prettier-ignore
    const { loaders } = await against(() => bundle([score, panel]));
    expect((await loaders().measures(known)).items).toMatchObject([{ total: 9, securityLabels: [coded] }]);
  });
});

test('a resource that comes again on the next page is there once', async () => {
  const { loaders } = await against(({ query }) =>
    bundle([condition('1', 'known')], query.has('page') ? undefined : 'Condition?page=2'),
  );
  expect((await loaders().conditions(known)).items).toHaveLength(1);
});

test('pages that never end are cut at the cap, and the list says that it is short', async () => {
  let served = 0;
  const { loaders } = await against(() => bundle([condition(String((served += 1)), 'known')], 'Condition?page=next'), {
    maxPages: 3,
  });
  const { items, complete } = await loaders().conditions(known);
  expect([items.length, complete]).toEqual([3, false]);
});

test('a result set that expires while it is paged gives what was read, and says that it is short', async () => {
  const { loaders, sandbox } = await start([amina], { pageSize: 1 });
  const first = sandbox.requests.length;
  const answer = loaders().conditions(subjectOf(amina.nhsNumber));
  while (!sandbox.requests.slice(first).some(({ path }) => path.endsWith('/Condition'))) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  sandbox.fail({ kind: 'status', status: 410, path: /Condition$/ });
  const { items, complete } = await answer;
  expect([items.length, complete]).toEqual([1, false]);
});

test.each([
  ['malformed', { kind: 'malformed' }, { reason: 'MALFORMED' }],
  ['truncated', { kind: 'truncated' }, { reason: 'UNREACHABLE' }],
  ['reset', { kind: 'reset' }, { reason: 'UNREACHABLE' }],
  ['failing with 503', { kind: 'status', status: 503 }, { reason: 'SERVER_ERROR', status: 503 }],
  ['refusing with 403', { kind: 'status', status: 403 }, { reason: 'REFUSED', status: 403 }],
  ['busy', { kind: 'status', status: 429, headers: { 'retry-after': '60' } }, { reason: 'RATE_LIMITED', status: 429 }],
  ['slow', { kind: 'slow', delayMs: 5_000 }, { reason: 'TIMEOUT' }],
] as const)('a server that is %s makes every section a typed error', async (_name, fault, expected) => {
  const { loaders, sandbox } = await start([amina], { deadlineMs: 400 });
  await loaders().conditions(subjectOf(amina.nhsNumber));
  sandbox.fail({ ...fault, path: /fhir/ });
  const load = loaders();
  const subject = subjectOf(amina.nhsNumber);
  for (const section of ['conditions', 'measures', 'fitNotes'] as const) {
    expect(await failureOf(load[section](subject))).toMatchObject(expected);
  }
});

test('one failing search costs its own section only', async () => {
  const { loaders, sandbox } = await start([amina]);
  sandbox.fail({ kind: 'status', status: 500, path: /Condition/ });
  const load = loaders();
  const subject = subjectOf(amina.nhsNumber);
  const [conditions, encounters] = await Promise.allSettled([load.conditions(subject), load.encounters(subject)]);
  expect([conditions.status, encounters.status]).toEqual(['rejected', 'fulfilled']);
});

test('one failing search costs its own fifty people only', async () => {
  const people = crowd(60);
  const { loaders, sandbox } = await start(people);
  await Promise.all(people.map(({ nhsNumber }) => loaders().encounters(subjectOf(nhsNumber))));
  sandbox.fail({ kind: 'status', status: 400, path: /Condition\/_search/ });
  const { conditions } = loaders();
  const answers = await Promise.allSettled(people.map(({ nhsNumber }) => conditions(subjectOf(nhsNumber))));
  expect(answers.map(({ status }) => status)).toEqual([
    ...Array<string>(50).fill('rejected'),
    ...Array<string>(10).fill('fulfilled'),
  ]);
});

test('an OperationOutcome instead of the Bundle is an error, with its published code and nothing of its words', async () => {
  const { loaders, sandbox } = await start([amina]);
  sandbox.failWithOutcome({ as: 'body', severity: 'error', code: 'timeout', type: 'Condition' });
  expect(await failureOf(loaders().conditions(subjectOf(amina.nhsNumber)))).toEqual({
    reason: 'TIMEOUT',
    status: undefined,
    code: 'timeout',
  });
});

test('the issue code of an HTTP error is kept where it is a published one', async () => {
  const { loaders } = await against(() => ({
    status: 403,
    body: {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code: 'forbidden', diagnostics: '9990000018' }],
    },
  }));
  expect(await failureOf(loaders().conditions(known))).toEqual({ reason: 'REFUSED', status: 403, code: 'forbidden' });
});

test('an OperationOutcome beside matches makes the list say that it is short', async () => {
  const { loaders, sandbox } = await start([amina]);
  for (const [severity, code] of [
    ['error', 'exception'],
    ['warning', 'incomplete'],
    ['information', 'suppressed'],
  ] as const) {
    sandbox.failWithOutcome({ as: 'entry', severity, code });
    const { items, complete } = await loaders().conditions(subjectOf(amina.nhsNumber, aminaId));
    expect([items.length, complete]).toEqual([2, false]);
  }
  sandbox.failWithOutcome({ as: 'entry', severity: 'warning', code: 'not-supported' });
  expect(await loaders().conditions(subjectOf(amina.nhsNumber, aminaId))).toMatchObject({ complete: true });
});

test('an OperationOutcome beside no matches is an error: it must not read as "no record"', async () => {
  const { loaders, sandbox } = await start([]);
  sandbox.failWithOutcome({ as: 'entry', severity: 'error', code: 'transient' });
  expect(await failureOf(loaders().conditions(known))).toMatchObject({ reason: 'SERVER_ERROR', code: 'transient' });
});

test.each([
  ['HTML', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }],
  ['nothing', { status: 200 }],
  ['null', { status: 200, body: 'null' }],
  ['another resource', { status: 200, body: { resourceType: 'Patient', id: 'known' } }],
  ['a Bundle whose entry is not a list', { status: 200, body: { resourceType: 'Bundle', entry: {} } }],
])('a 200 with %s in it is malformed', async (_name, reply) => {
  const { loaders } = await against(() => reply);
  expect(await failureOf(loaders().conditions(known))).toMatchObject({ reason: 'MALFORMED' });
});

test('a care-record id that is no FHIR id never reaches a query', async () => {
  const { loaders, requests } = await against(() => bundle([]));
  const forged = subjectOf(amina.nhsNumber, 'a,b&_count=0');
  expect(await failureOf(loaders().conditions(forged))).toMatchObject({ reason: 'REFUSED', code: 'INVALID_ID' });
  expect(requests).toEqual([]);
});

test('a Patient with another NHS number than the one asked for is not the client', async () => {
  const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000026' }];
  const { loaders, events } = await against(({ path }) =>
    path.includes('Patient')
      ? bundle([{ resourceType: 'Patient', id: 'known', identifier }])
      : bundle([condition('1', 'known')]),
  );
  expect((await loaders().conditions(subjectOf(amina.nhsNumber))).items).toEqual([]);
  expect(events.filter(({ outcome }) => outcome === 'FOREIGN_SUBJECT')).toHaveLength(1);
});

test('a caller who has gone cancels the call', async () => {
  const { loaders, sandbox } = await start([amina]);
  sandbox.fail({ kind: 'slow', delayMs: 5_000, path: /fhir/ });
  const gone = new AbortController();
  const answer = failureOf(loaders({ signal: gone.signal }).conditions(known));
  gone.abort();
  expect(await answer).toMatchObject({ reason: 'CANCELLED' });
});
