import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createGuidSlots } from '../../../adapters/dwp-citizen/guid-slots.js';
import { openDesk, type Desk } from './desk.js';
import { person, subjectOf, universalCredit } from './people.js';

const amina = person({ nino: 'ZZ123456C', familyName: 'Example', claims: [universalCredit()] });
const ben = person({ nino: 'ZZ654321A', familyName: 'Claimless' });

let desk: Desk;
let clients = 0;
beforeAll(async () => {
  desk = await openDesk([amina, ben]);
});
beforeEach(() => {
  clients += 1;
  desk.sandbox.forget();
  desk.sandbox.heal();
});
afterAll(() => desk.close());

/** A client whom no test before has asked about. */
const fresh = (who = amina) => subjectOf(who, { clientId: `client-${clients}` as never });
const citizenGone = JSON.stringify({ errors: [{ status: '404', detail: 'No citizen found for the supplied GUID' }] });

test('a first read costs a match, the next ones one call each, with the GUID of the answer before', async () => {
  await desk.load().claims(fresh());
  await desk.load().claims(fresh());
  await desk.load().claims(fresh());
  expect(desk.asked()).toEqual(['match', 'claims', 'claims', 'claims']);
  expect(new Set(desk.guids()).size).toBe(3);
});

test('five requests at once never use one GUID twice, and all get their answer', async () => {
  await desk.load().claims(fresh());
  const answers = await Promise.all(Array.from({ length: 5 }, () => desk.load().claims(fresh())));
  expect(answers.map(({ items }) => items.length)).toEqual([1, 1, 1, 1, 1]);
  expect(new Set(desk.guids()).size).toBe(6);
  expect(desk.asked().filter((operation) => operation === 'claims')).toHaveLength(6);
  desk.sandbox.forget();
  await desk.load().claims(fresh());
  expect(desk.asked()).toEqual(['claims']);
});

test('a GUID that an answer lost on the way used up costs one match more', async () => {
  await desk.load().claims(fresh());
  desk.sandbox.forget();
  desk.sandbox.fail({ kind: 'truncated', path: /claims$/, times: 1 });
  expect((await desk.load().claims(fresh())).items).toHaveLength(1);
  expect(desk.asked()).toEqual(['claims', 'claims', 'match', 'claims']);
});

test('a GUID that is refused with 401, new token or not, costs one match more', async () => {
  await desk.load().claims(fresh());
  desk.sandbox.forget();
  desk.sandbox.fail({ kind: 'status', status: 401, path: /claims$/, times: 2 });
  expect((await desk.load().claims(fresh())).items).toHaveLength(1);
  expect(desk.asked()).toEqual(['claims', 'claims', 'match', 'claims']);
});

test('a GUID that is stale right after its match ends the read', async () => {
  await desk.load().claims(fresh());
  desk.sandbox.forget();
  desk.sandbox.fail({ kind: 'status', status: 404, path: /claims$/, body: citizenGone });
  await expect(desk.load().claims(fresh())).rejects.toMatchObject({ reason: 'REFUSED', status: 404 });
  expect(desk.asked()).toEqual(['claims', 'match', 'claims']);
});

test('a GUID is not used again after a call that failed', async () => {
  await desk.load().claims(fresh());
  desk.sandbox.fail({ kind: 'status', status: 500, path: /claims$/, times: 1 });
  await expect(desk.load().claims(fresh())).rejects.toMatchObject({ reason: 'SERVER_ERROR' });
  desk.sandbox.forget();
  await desk.load().claims(fresh());
  expect(desk.asked()).toEqual(['match', 'claims']);
});

test('"no claims" carries no GUID, so the one that asked stays good', async () => {
  await desk.load().claims(fresh(ben));
  desk.sandbox.forget();
  expect((await desk.load().claims(fresh(ben))).items).toEqual([]);
  expect(desk.asked()).toEqual(['claims']);
});

test('a client whose birth date was corrected is matched anew', async () => {
  await desk.load().claims(fresh());
  desk.sandbox.forget();
  const corrected = { ...fresh(), birthDate: '1991-01-01' };
  expect((await desk.load().claims(corrected)).items).toEqual([]);
  expect(desk.asked()).toEqual(['match']);
});

test('a GUID that would leave its place in the path is malformed', async () => {
  const attributes = { guid: '../../admin', benefitType: 'universal_credit' };
  const body = JSON.stringify({ data: [{ id: 'x', type: 'Claim', attributes }] });
  desk.sandbox.fail({ kind: 'status', status: 200, path: /claims$/, body });
  await expect(desk.load().claims(fresh())).rejects.toMatchObject({ source: 'dwp-citizen', reason: 'MALFORMED' });
});

test('the slots hold no more people than they may, and drop the one put longest ago', () => {
  const slots = createGuidSlots(2);
  slots.put('a', '1');
  slots.put('b', '2');
  slots.put('a', '3');
  slots.put('c', '4');
  expect([slots.take('a'), slots.take('b'), slots.take('c'), slots.take('c')]).toEqual([
    '3',
    undefined,
    '4',
    undefined,
  ]);
});
