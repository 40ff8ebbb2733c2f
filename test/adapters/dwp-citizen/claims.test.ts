import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { now, openDesk, type Desk } from './desk.js';
import { person, subjectOf, universalCredit } from './people.js';

const amina = person({
  nhsNumber: '9990000018',
  nino: 'ZZ123456C',
  familyName: 'Example',
  givenName: 'Amina',
  claims: [
    universalCredit({}, 61_667),
    {
      benefitType: 'new_code_of_tomorrow',
      status: 'oddly_phrased',
      startDate: '2024-01-01',
      endDate: '2025-06-30',
      awards: [],
    },
    { benefitType: 'income_support', status: 'closed', startDate: '2019-01-01', endDate: '2020-06-30', awards: [] },
  ],
});
const ben = person({ nhsNumber: '9990000026', nino: 'ZZ654321A', familyName: 'Claimless', givenName: 'Ben' });
const carol = person({ nhsNumber: '9990000034', familyName: 'Unknown', givenName: 'Carol' });

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk([amina, ben, carol], {}, () => now);
});
beforeEach(() => {
  desk.sandbox.forget();
  desk.sandbox.heal();
});
afterAll(() => desk.close());

test('a claim comes in pence, with codes as they came and the regime of its claim', async () => {
  const { items, complete, retrievedAt } = await desk.load().claims(subjectOf(amina));
  const provenance = { source: 'dwp-citizen', retrievedAt, recordedAt: null };
  expect({ complete, retrievedAt }).toEqual({ complete: true, retrievedAt: '2025-11-22T12:00:00.000Z' });
  expect(items).toEqual([
    {
      benefitType: 'universal_credit',
      status: 'in_payment',
      startDate: '2025-02-01',
      endDate: null,
      decisionDate: '2025-02-01',
      awards: [{ amount: 39_345, startDate: '2025-10-01', endDate: '2025-10-31', status: 'live' }],
      conditionality: 'Preparing for work',
      provenance,
    },
    {
      benefitType: 'new_code_of_tomorrow',
      status: 'oddly_phrased',
      startDate: '2024-01-01',
      endDate: '2025-06-30',
      decisionDate: '2024-01-01',
      awards: [],
      conditionality: null,
      provenance,
    },
  ]);
});

test('claims that ended in the last year are asked for, older ones are not', async () => {
  await desk.load().claims(subjectOf(amina));
  expect(desk.sandbox.requests.at(-1)?.query.toString()).toBe('effectiveFromDate=2024-11-22');
});

test('claims and work status of one request share one read', async () => {
  const load = desk.load();
  const subject = subjectOf(amina, { clientId: 'a-new-client' as never });
  await Promise.all([load.claims(subject), load.workStatus(subject), load.claims(subject)]);
  expect(desk.asked()).toEqual(['match', 'claims']);
});

test('a person without claims has no record', async () => {
  const answer = await desk.load().claims(subjectOf(ben));
  expect(answer).toEqual({ items: [], retrievedAt: expect.any(String), complete: true });
});

test('a person whom DWP does not know has no record, and is not asked about further', async () => {
  expect((await desk.load().claims(subjectOf(carol))).items).toEqual([]);
  expect(desk.asked()).toEqual(['match']);
});

test.each([
  ['without a family name', { familyName: undefined }],
  ['without a birth date', { birthDate: undefined }],
  ['with a family name that is longer than the API takes', { familyName: 'X'.repeat(36) }],
])('a person %s is not asked about', async (_, facts) => {
  const known = Object.fromEntries(Object.entries({ ...subjectOf(amina), ...facts }).filter(([, value]) => value));
  await expect(desk.load().claims(known as never)).rejects.toMatchObject({
    reason: 'REFUSED',
    code: 'INSUFFICIENT_IDENTITY',
  });
  expect(desk.sandbox.requests).toEqual([]);
});

test('a gateway that says 404 is not a person without record', async () => {
  desk.sandbox.fail({ kind: 'status', status: 404, path: /match$/, body: '{"message":"no Route matched"}' });
  await expect(desk.load().claims(subjectOf(carol))).rejects.toMatchObject({ reason: 'MALFORMED' });
});

test('an amount with decimals is no amount in pence', async () => {
  const attributes = { benefitType: 'universal_credit', awards: [{ amount: 218.56 }] };
  const body = JSON.stringify({ data: [{ id: 'x', type: 'Claim', attributes }] });
  desk.sandbox.fail({ kind: 'status', status: 200, path: /claims$/, body });
  await expect(desk.load().claims(subjectOf(amina))).rejects.toMatchObject({ reason: 'MALFORMED' });
});

test('an answer that names a next page is not complete', async () => {
  const body = JSON.stringify({ data: [], links: { next: '/capi/v2/citizens/x/claims?page=2' } });
  desk.sandbox.fail({ kind: 'status', status: 200, path: /claims$/, body });
  expect(await desk.load().claims(subjectOf(amina))).toMatchObject({ items: [], complete: false });
});
