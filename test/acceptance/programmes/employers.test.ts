/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- a test reads any field of any answer */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { adjustmentStates, employerEntryKinds } from '../../../src/support/employer-case.js';
import { startHub, type TestHub, type Who } from '../hub.js';
import { nobodySpecial } from '../people.js';
import { employer } from '../referrals.js';
import { clockAt, policySince, type Any } from './case-work.js';

const clock = clockAt('2019-03-04');
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ clock, people: { P1: { person: nobodySpecial(1) } }, change: policySince('2018-01-01') });
});
afterAll(() => hub.close());

const fields =
  'id stream programmeVersion employer headcount status staffSupported entries { kind text adjustment staff }';
const result = `__typename ... on EmployerCaseStored { case { ${fields} } } ... on CaseRefused { reason message }`;
const ask = async (who: Who, operation: string, variables: object): Promise<Any> => {
  const { data, errors } = await hub.as(who).query(operation, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data as object)[0];
};
const adviser = 'work-and-health-coach';
const open = (input: object, who: Who = adviser) =>
  ask(who, `mutation O($input: OpenEmployerCaseInput!) { openEmployerCase(input: $input) { ${result} } }`, {
    input: {
      idempotencyKey: 'employer-1',
      programme: 'scotland-health-and-work-support',
      stream: 'HEALTHY_WORKING_LIVES',
      area: 'DUNDEE',
      employer: 'Harbour Hotels',
      employerOrganisation: 'HARBOUR-HOTELS',
      headcount: 250,
      ...input,
    },
  });
let keys = 0;
const note = (id: string, input: object, who: Who = adviser) =>
  ask(who, `mutation N($input: RecordEmployerEntryInput!) { recordEmployerEntry(input: $input) { ${result} } }`, {
    input: { idempotencyKey: `employer-note-${(keys += 1)}`, case: id, ...input },
  });
const read = (who: Who, id: string) => ask(who, `query R($id: ID!) { employerCase(id: $id) { ${fields} } }`, { id });

test('an employer asks, is advised, adjusts, and its staff are a number', async () => {
  const { case: opened } = await open({});
  const { id } = opened;
  expect(opened).toMatchObject({
    stream: 'HEALTHY_WORKING_LIVES',
    programmeVersion: '2018-06-01',
    headcount: 250,
    status: 'OPEN',
    staffSupported: 0,
  });
  expect((await open({})).case.id).toBe(id);
  expect(await open({ headcount: 9 })).toMatchObject({ reason: 'IDEMPOTENCY_KEY_REUSED' });

  await note(id, { kind: 'ENQUIRY', text: 'What can we do about back pain in the laundry?' });
  await note(id, { kind: 'ADVICE', text: 'Trolleys, and breaks every hour.' });
  await note(id, { kind: 'ADJUSTMENT', text: 'Trolleys', adjustment: 'AGREED' });
  await note(id, { kind: 'STAFF_SUPPORTED', text: 'Workshop', staff: 3 });
  const { case: after } = await note(id, {
    idempotencyKey: 'staff-twice',
    kind: 'STAFF_SUPPORTED',
    text: 'Second workshop',
    staff: 2,
  });
  await note(id, { idempotencyKey: 'staff-twice', kind: 'STAFF_SUPPORTED', text: 'Second workshop', staff: 2 });
  expect(after).toMatchObject({ staffSupported: 5 });
  expect(await read(adviser, id)).toEqual(after);

  expect(await note(id, { kind: 'ADVICE', text: 'x', staff: 1 })).toMatchObject({ reason: 'INVALID_INPUT' });
  expect(await note(id, { kind: 'ADJUSTMENT', text: 'x' })).toMatchObject({ reason: 'INVALID_INPUT' });
  expect(await note(id, { kind: 'STAFF_SUPPORTED', text: 'x', staff: 0 })).toMatchObject({ reason: 'INVALID_INPUT' });

  const list = await ask(adviser, '{ employerCases { edges { node { id } } } }', {});
  expect(list.edges).toEqual([{ node: { id } }]);
  const close = () => ask(adviser, `mutation C($id: ID!) { closeEmployerCase(id: $id) { ${result} } }`, { id });
  expect(await close()).toMatchObject({ case: { status: 'DISCHARGED' } });
  expect(await close()).toMatchObject({ case: { status: 'DISCHARGED' } });
  expect(await note(id, { kind: 'ADVICE', text: 'x' })).toMatchObject({ reason: 'CASE_CLOSED' });
});

test('others neither read nor change it, and a stream for people takes no employers', async () => {
  const { case: opened } = await open({ idempotencyKey: 'employer-2' });
  for (const who of ['work-coach', 'clinician', 'client:P1', employer] as const) {
    expect(await read(who, opened.id)).toBeNull();
    expect(await note(opened.id, { kind: 'ADVICE', text: 'x' }, who)).toMatchObject({ reason: 'NOT_FOUND' });
  }
  expect(await open({ idempotencyKey: 'employer-3' }, employer)).toMatchObject({ reason: 'NOT_PERMITTED' });
  expect(await open({ idempotencyKey: 'employer-4', stream: 'LARGE_EMPLOYER' })).toMatchObject({
    reason: 'NOT_IN_PROGRAMME',
  });
});

test('the employer finds and reads its own, by ids of its own', async () => {
  const { case: opened } = await open({ idempotencyKey: 'employer-5' });
  const { edges } = await ask(employer, '{ employerCases { edges { node { id employer } } } }', {});
  const [{ node }] = edges;
  expect(node.employer).toBe('Harbour Hotels');
  expect(edges.map((edge: Any) => edge.node.id)).not.toContain(opened.id);
  await note(opened.id, { kind: 'STAFF_SUPPORTED', text: 'Workshop', staff: 1 });
  const own = await read(employer, node.id);
  // An exact number of a few colleagues names them to whoever works beside them.
  expect(own).toMatchObject({ employer: 'Harbour Hotels', staffSupported: null });
  expect(own.entries.map(({ staff }: Any) => staff)).toEqual([null]);
  expect((await read(adviser, opened.id)).staffSupported).toBe(1);
  const elsewhere = { ...employer, organisation: 'OTHER-HOTELS' };
  expect((await ask(elsewhere, '{ employerCases { edges { node { id } } } }', {})).edges).toEqual([]);
});

test.each([
  ['EmployerEntryKind', employerEntryKinds],
  ['AdjustmentState', adjustmentStates],
])('the contract and the code speak of the same %s', async (name, expected) => {
  const { enumValues } = await ask(adviser, `{ __type(name: "${name}") { enumValues { name } } }`, {});
  expect((enumValues as { name: string }[]).map((each) => each.name)).toEqual(expected);
});
