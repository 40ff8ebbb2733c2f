import { afterEach, describe, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../../src/access/types.js';
import { errorFrom } from '../transport/harness.js';
import {
  aCall,
  amina,
  merged,
  nobody,
  restricted,
  startBench,
  subjectOf,
  veryRestricted,
  withdrawn,
  type Bench,
} from './harness.js';

let bench: Bench;
afterEach(() => bench.close());

const apiRequests = (): Bench['sandbox']['requests'] =>
  bench.sandbox.requests.filter(({ path }) => path.startsWith('/personal-demographics/'));

describe('a trace', () => {
  test('tells the whole of an unrestricted record, and when it was received', async () => {
    const now = Date.parse('2026-03-01T12:00:00Z');
    bench = await startBench({ now: () => now });
    expect(await bench.loaders({ deadline: now + 5_000 }).trace(subjectOf(amina.nhsNumber))).toEqual({
      items: [
        {
          nhsNumber: '9990000018',
          versionId: '2',
          restriction: 'U',
          names: [
            {
              use: 'usual',
              prefix: ['Ms'],
              given: ['Amina'],
              family: 'Example',
              suffix: [],
              text: null,
              periodStart: '1988-02-29',
              periodEnd: null,
            },
          ],
          birthDate: '1988-02-29',
          sex: 'female',
          deceased: { isDeceased: false, at: null, notificationStatus: null },
          nhsNumberStatus: '01',
          addresses: [
            {
              use: 'home',
              lines: ['1 Example Street', 'Leeds'],
              city: null,
              postcode: 'LS1 1AA',
              periodStart: '1988-02-29',
              periodEnd: null,
            },
          ],
          telecoms: [
            { system: 'phone', value: '01632960001', use: 'home', periodStart: '1988-02-29', periodEnd: null },
          ],
          generalPractice: 'Y12345',
          contactPreference: null,
          interpreterRequired: null,
          language: null,
        },
      ],
      retrievedAt: '2026-03-01T12:00:00.000Z',
      complete: true,
    });
  });

  test('of a restricted person says so and has no whereabouts', async () => {
    bench = await startBench();
    const { items } = await bench.loaders().trace(subjectOf(restricted.nhsNumber));
    expect(items).toMatchObject([
      { restriction: 'R', names: [{ family: 'Hidden' }], addresses: [], telecoms: [], generalPractice: null },
    ]);
  });

  test('of a very restricted person has neither name nor birth date', async () => {
    bench = await startBench();
    const { items } = await bench.loaders().trace(subjectOf(veryRestricted.nhsNumber));
    expect(items).toMatchObject([
      { restriction: 'V', names: [], birthDate: null, addresses: [], telecoms: [], generalPractice: null },
    ]);
  });

  test('of nobody is empty', async () => {
    bench = await startBench();
    expect(await bench.loaders().trace(subjectOf(nobody))).toMatchObject({ items: [], complete: true });
  });

  test('of a withdrawn record is an error with its own code, not an empty answer', async () => {
    bench = await startBench();
    expect(await errorFrom(bench.loaders().trace(subjectOf(withdrawn.nhsNumber)))).toMatchObject({
      source: 'nhs-pds',
      reason: 'REFUSED',
      status: 404,
      code: 'INVALIDATED_RESOURCE',
    });
  });

  test('of a superseded number carries the number that replaced it', async () => {
    bench = await startBench();
    const { items } = await bench.loaders().trace(subjectOf(merged.nhsNumber));
    expect(items).toMatchObject([{ nhsNumber: '9990000069', names: [{ family: 'Merged' }] }]);
  });

  test('of a number that cannot be one is refused by PDS', async () => {
    bench = await startBench();
    expect(await errorFrom(bench.loaders().trace(subjectOf('9990000019')))).toMatchObject({
      reason: 'REFUSED',
      status: 400,
      code: 'INVALID_RESOURCE_ID',
    });
  });

  test('never lets an identifier out of its path', async () => {
    bench = await startBench();
    const error = await errorFrom(bench.loaders().trace(subjectOf('../Coverage?x=')));
    expect(error).toMatchObject({ reason: 'REFUSED', code: 'INVALID_ID' });
    expect(bench.sandbox.requests).toEqual([]);
  });

  test('is asked once per request, and again in the next', async () => {
    bench = await startBench();
    const loaders = bench.loaders();
    const [first, second] = await Promise.all([
      loaders.trace(subjectOf(amina.nhsNumber)),
      loaders.trace(subjectOf(amina.nhsNumber)),
    ]);
    expect(first).toBe(second);
    expect(apiRequests()).toHaveLength(1);
    await bench.loaders().trace(subjectOf(amina.nhsNumber));
    expect(apiRequests()).toHaveLength(2);
  });
});

describe('an answer of the wrong kind', () => {
  test.each([
    [
      'a 404 that is no OperationOutcome: a wrong address is not a missing person',
      404,
      { error: 'no route' },
      'MALFORMED',
    ],
    ['a 404 of the gateway in HTML', 404, '<html>', 'MALFORMED'],
    ['a Bundle', 200, { resourceType: 'Bundle' }, 'MALFORMED'],
    ['an empty body', 200, '', 'MALFORMED'],
    ['a Patient without a number', 200, { resourceType: 'Patient' }, 'MALFORMED'],
    [
      'a Patient with two numbers',
      200,
      {
        resourceType: 'Patient',
        id: '9990000018',
        identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000026' }],
      },
      'MALFORMED',
    ],
    ['an OperationOutcome with status 200', 200, { resourceType: 'OperationOutcome', issue: [] }, 'REFUSED'],
  ])('is an error: %s', async (_name, status, body, reason) => {
    bench = await startBench();
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    bench.sandbox.fail({ kind: 'status', path: /Patient/, status, body: text });
    expect((await errorFrom(bench.loaders().trace(subjectOf(amina.nhsNumber)))).reason).toBe(reason);
  });

  test('does not put a code into the error that is not on the published list', async () => {
    bench = await startBench();
    const coding = [{ code: amina.nhsNumber }];
    const body = { resourceType: 'OperationOutcome', issue: [{ details: { coding }, diagnostics: amina.nhsNumber }] };
    for (const status of [200, 400, 404]) {
      bench.sandbox.heal();
      bench.sandbox.fail({ kind: 'status', path: /Patient/, status, body: JSON.stringify(body) });
      const error = await errorFrom(bench.loaders().trace(subjectOf(amina.nhsNumber)));
      expect([error.reason, error.code]).toEqual(['REFUSED', undefined]);
      expect(JSON.stringify(error) + error.message).not.toContain(amina.nhsNumber);
    }
  });
});

describe('each call', () => {
  test('carries a request id of its own, the correlation id, the end user’s organisation and a bearer token', async () => {
    bench = await startBench();
    const correlationId = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const loaders = bench.loaders({ correlationId });
    await loaders.trace(subjectOf(amina.nhsNumber));
    await loaders.trace(subjectOf(nobody));
    const sent = apiRequests().map(({ headers }) => headers);
    expect(sent[0]).toMatchObject({
      accept: 'application/fhir+json',
      'x-correlation-id': correlationId,
      'nhsd-end-user-organisation-ods': 'A20047',
    });
    expect(sent[0]?.authorization).toMatch(/^Bearer ./);
    expect(new Set(sent.map((headers) => headers['x-request-id'])).size).toBe(2);
  });

  test('keeps its request id when it is made again', async () => {
    bench = await startBench();
    bench.sandbox.fail({ kind: 'status', path: /Patient/, status: 503, times: 1 });
    bench.sandbox.fail({ kind: 'reset', path: /Patient/, times: 1 });
    await bench.loaders().trace(subjectOf(amina.nhsNumber));
    const ids = apiRequests().map(({ headers }) => headers['x-request-id']);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  test('does not name an organisation that has no ODS code, nor any where it is switched off', async () => {
    bench = await startBench();
    const onBehalfOf = { ...aCall().onBehalfOf, organisation: 'provider:north' as OrganisationId };
    await bench.loaders({ onBehalfOf }).trace(subjectOf(amina.nhsNumber));
    expect(apiRequests()[0]?.headers['nhsd-end-user-organisation-ods']).toBeUndefined();
    await bench.close();
    bench = await startBench({}, { endUserOrganisation: false });
    await bench.loaders().trace(subjectOf(amina.nhsNumber));
    expect(apiRequests()[0]?.headers['nhsd-end-user-organisation-ods']).toBeUndefined();
  });

  test('gets a new token when PDS no longer takes the old one', async () => {
    bench = await startBench();
    await bench.loaders().trace(subjectOf(amina.nhsNumber));
    bench.sandbox.revokeTokens();
    expect((await bench.loaders().trace(subjectOf(amina.nhsNumber))).items).toHaveLength(1);
    expect(apiRequests()).toHaveLength(3);
  });

  test('reports neither a URL nor an identifier to the metrics', async () => {
    bench = await startBench();
    await bench.loaders().trace(subjectOf(amina.nhsNumber));
    expect(bench.events.map(({ upstream, outcome }) => [upstream, outcome])).toEqual([
      ['nhs-pds', '200'],
      ['nhs-pds', '200'],
    ]);
    expect(JSON.stringify(bench.events)).not.toMatch(/\d{10}|http/);
  });
});
