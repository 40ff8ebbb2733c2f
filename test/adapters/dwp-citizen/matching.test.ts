import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openDesk, type Desk } from './desk.js';
import { person, subjectOf, universalCredit } from './people.js';

const twin = { familyName: 'Twin', givenName: 'Alex', birthDate: '1985-06-15' };
const one = person({ ...twin, nino: 'ZZ123456C', postcode: 'LS1 1BA', claims: [universalCredit()] });
const other = person({ ...twin, nino: 'ZZ998877D', postcode: 'LS1 1BA' });
const least = { lastName: 'Twin', dateOfBirth: '1985-06-15', firstName: 'Alex' };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk([one, other]);
});
beforeEach(() => {
  desk.sandbox.forget();
  desk.sandbox.heal();
});
afterAll(() => desk.close());

/** `one` as a client of a test's own, without the facts that are named. */
function without(...absent: ('nino' | 'postcode' | 'givenName')[]) {
  const facts = { ...subjectOf(one), clientId: expect.getState().currentTestName as never };
  for (const name of absent) Reflect.deleteProperty(facts, name);
  return facts;
}
const ambiguous = { reason: 'AMBIGUOUS', status: 422 };

test('name and birth date go first; what DWP names as missing goes once, digits 3 to 6 of the number', async () => {
  expect((await desk.load().claims(without())).items).toHaveLength(1);
  expect(desk.matches()).toEqual([least, { ...least, ninoFragment: '3456', postcode: 'LS1 1BA' }]);
});

test('only what DWP names is sent', async () => {
  const body = JSON.stringify({
    errors: [{ detail: 'Further details required', source: { pointer: '/data/attributes/ninoFragment' } }],
  });
  desk.sandbox.fail({ kind: 'status', status: 422, path: /match$/, times: 1, body });
  await desk.load().claims(without());
  expect(desk.matches()).toEqual([least, { ...least, ninoFragment: '3456' }]);
});

test('only what the subject has is sent, and a second "further details" is the end', async () => {
  await expect(desk.load().claims(without('nino'))).rejects.toMatchObject(ambiguous);
  expect(desk.matches()).toEqual([least, { ...least, postcode: 'LS1 1BA' }]);
});

test('a subject with nothing to add is not asked about again', async () => {
  await expect(desk.load().claims(without('nino', 'postcode'))).rejects.toMatchObject(ambiguous);
  expect(desk.matches()).toEqual([least]);
});

test('a first name that is not known is not sent, and cannot be added', async () => {
  await expect(desk.load().claims(without('nino', 'postcode', 'givenName'))).rejects.toMatchObject(ambiguous);
  expect(desk.matches()).toEqual([{ lastName: 'Twin', dateOfBirth: '1985-06-15' }]);
});

test('"too many results" is the end at once', async () => {
  const body = JSON.stringify({ errors: [{ status: '422', detail: 'Too many results' }] });
  desk.sandbox.fail({ kind: 'status', status: 422, path: /match$/, body });
  await expect(desk.load().claims(without())).rejects.toMatchObject(ambiguous);
  expect(desk.asked()).toEqual(['match']);
});

test('the published body of "further details required" is understood', async () => {
  const fixture = readFileSync('adapters/dwp-citizen/fixtures/further-details-required.json', 'utf8');
  desk.sandbox.fail({ kind: 'status', status: 422, path: /match$/, times: 1, body: fixture });
  expect((await desk.load().claims(without())).items).toHaveLength(1);
  expect(desk.matches()).toEqual([least, { ...least, ninoFragment: '3456', postcode: 'LS1 1BA' }]);
});

test.each(['123456C', 'ZZ12345', 'ZZ123456CC', '11 A1 11 11'])('%s is no number to take digits from', async (nino) => {
  await expect(desk.load().claims({ ...without('postcode'), nino })).rejects.toMatchObject(ambiguous);
  expect(desk.matches()).toEqual([least]);
});

test('values that the API does not take are left out, not cut', async () => {
  const long = { ...without(), givenName: 'A'.repeat(71), postcode: 'LS1 1BA 99' };
  await desk.load().claims(long);
  expect(desk.matches()).toEqual([
    { lastName: 'Twin', dateOfBirth: '1985-06-15' },
    { lastName: 'Twin', dateOfBirth: '1985-06-15', ninoFragment: '3456' },
  ]);
});
