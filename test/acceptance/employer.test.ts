import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../src/access/types.js';
import type { ConsentTerms } from '../../src/consent/desk.js';
import { createClock, startHub, type Claims, type TestHub, type Who } from './hub.js';
import { nobodySpecial } from './people.js';

const bakery = 'BROADLAND-BAKERY' as OrganisationId;
const hr: Claims = { sub: 'hr-lund', organisation: bakery, role: 'EMPLOYER', purpose: 'EMPLOYMENT_SUPPORT' };
const rival: Claims = { ...hr, organisation: 'RIVAL-BAKERY' };
const coach: Who = 'work-and-health-coach';

const toBakery = (...categories: ConsentTerms['categories']) =>
  ({
    effect: 'PERMIT',
    categories,
    recipients: [{ kind: 'organisation', organisation: bakery }],
    purposes: ['EMPLOYMENT_SUPPORT'],
    period: { start: '2026-01-01' },
  }) as const;
const pain = {
  conditions: [{ code: '279039007', display: 'Low back pain', onset: '2024-03-01', status: 'active' }],
} as const;

const clock = createClock();
let hub: TestHub;
let employer: string;
let keys = 0;
const key = (): string => `employer-test-${(keys += 1)}`;
const staff = ['NAMED', 'OPEN', 'SILENT', 'FOURTH', 'FIFTH'] as const;

const employerFields = `id name headcount sizeBand postcodeDistrict
  staffSupported { count suppressed asAt named { name since until client { id }
    adjustments { __typename ... on WorkplaceAdjustments { items { id employer type wording state effect locationWithheld history { move to on } } }
      ... on NoRecord { category } ... on Withheld { category reason rule } } } }`;
const mutate = async (who: Who, verb: string, type: string, input: object, fields: string) => {
  const text = `mutation Do($input: ${type}!) { ${verb}(input: $input) { __typename ... on EmployerRefused { reason message } ${fields} } }`;
  const { data, errors } = await hub.as(who).query(text, { input: { idempotencyKey: key(), ...input } });
  expect(errors).toBeUndefined();
  return data[verb] as Record<string, never> & { __typename: string; reason?: string };
};
const record = (who: Who, input: object = {}) =>
  mutate(
    who,
    'recordEmployer',
    'RecordEmployerInput',
    { name: 'Broadland Bakery', headcount: 250, postcodeDistrict: 'dd1', organisation: bakery, ...input },
    `... on EmployerRecorded { employer { id sizeBand postcodeDistrict } }`,
  );
const support = async (name: string, input: object = {}, who: Who = coach) =>
  mutate(
    who,
    'recordSupportedStaff',
    'RecordSupportedStaffInput',
    { employer, client: await hub.idFor('provider', name), since: '2026-02-02', ...input },
    '... on SupportedStaffRecorded { since until }',
  );
const adjustmentFields =
  '... on AdjustmentRecorded { adjustment { id state effect wording employer case history { move to on effect } } }';
const propose = async (name: string, input: object = {}, who: Who = coach) =>
  mutate(
    who,
    'proposeAdjustment',
    'ProposeAdjustmentInput',
    {
      employer,
      client: await hub.idFor('provider', name),
      type: 'EQUIPMENT',
      wording: 'A stool at the till.',
      seenByPerson: true,
      ...input,
    },
    adjustmentFields,
  );
const move = (who: Who, adjustment: string, input: object) =>
  mutate(who, 'moveAdjustment', 'MoveAdjustmentInput', { adjustment, ...input }, adjustmentFields);
const look = async (who: Who) => {
  const { data, errors } = await hub.as(who).query(`query Look { employers { edges { node { ${employerFields} } } } }`);
  expect(errors).toBeUndefined();
  return (data.employers.edges as { node: Looked }[]).map(({ node }) => node);
};
interface Looked {
  readonly id: string;
  readonly sizeBand: string;
  readonly staffSupported: {
    readonly count: number | null;
    readonly suppressed: boolean;
    readonly named: readonly {
      readonly name: string | null;
      readonly client: { readonly id: string } | null;
      readonly adjustments: { readonly __typename: string; readonly items?: readonly { readonly id: string }[] };
    }[];
  };
}

beforeAll(async () => {
  hub = await startHub({
    people: {
      NAMED: {
        person: nobodySpecial(21, { ...pain, givenName: 'Ada' }),
        consents: [toBakery('NAMED_TO_EMPLOYER')],
      },
      OPEN: {
        person: nobodySpecial(22, { ...pain, givenName: 'Ben' }),
        consents: [toBakery('NAMED_TO_EMPLOYER', 'WORKPLACE_ADJUSTMENTS')],
      },
      SILENT: { person: nobodySpecial(23, { givenName: 'Cai' }) },
      FOURTH: { person: nobodySpecial(24) },
      FIFTH: { person: nobodySpecial(25) },
      STRANGER: { person: nobodySpecial(26), with: ['jobcentre'] },
      HIDDEN: {
        person: nobodySpecial(27, { restriction: 'R' }),
        consents: [toBakery('NAMED_TO_EMPLOYER', 'WORKPLACE_ADJUSTMENTS')],
      },
    },
    clock,
  });
  const made = await record(coach);
  employer = (made['employer'] as unknown as { id: string }).id;
  for (const name of staff) await support(name);
});
afterAll(() => hub.close());

describe('an employer as a service user', () => {
  test('is large with exactly 250 staff, and is found by its service and by itself, and by nobody else', async () => {
    expect(await look(coach)).toMatchObject([{ sizeBand: 'LARGE' }]);
    expect(await look(hr)).toHaveLength(1);
    for (const who of [rival, 'clinician', 'work-coach', 'commissioner'] as const) expect(await look(who)).toEqual([]);
    const asRival = await hub.as(rival).query('query One($id: ID!) { employer(id: $id) { name } }', { id: employer });
    expect(asRival.data).toEqual({ employer: null });
  });

  test.each<[Who, object, string]>([
    ['clinician', {}, 'NOT_PERMITTED'],
    [hr, {}, 'NOT_PERMITTED'],
    [coach, { headcount: 0 }, 'INVALID_INPUT'],
    [coach, { postcodeDistrict: 'DD1 4HN' }, 'INVALID_INPUT'],
    [coach, { name: ' ' }, 'INVALID_INPUT'],
    [coach, { organisation: 'none' }, 'INVALID_INPUT'],
  ])('recorded by %j with %j is refused: %s', async (who, input, reason) => {
    expect(await record(who, input)).toMatchObject({ __typename: 'EmployerRefused', reason });
  });

  test('is recorded once for a key, and another input under it is refused', async () => {
    const input = { idempotencyKey: key(), name: 'Corner Shop', headcount: 4, organisation: 'CORNER-SHOP' };
    const first = await record(coach, input);
    expect(await record(coach, input)).toEqual(first);
    expect(await record(coach, { ...input, headcount: 5 })).toMatchObject({ reason: 'IDEMPOTENCY_KEY_REUSED' });
  });

  const streams = async (on: string): Promise<unknown> => {
    const text = `query Streams($on: Date) { employers { edges { node { eligibility(on: $on) { programme stream outcome missing { input } } } } } }`;
    return (await hub.as(hr).query(text, { on })).data.employers.edges[0].node.eligibility as unknown;
  };
  const lives = { programme: 'scotland-health-and-work-support', stream: 'HEALTHY_WORKING_LIVES' };

  test('in the pilot’s area can use its stream for employers once it asks for advice', async () => {
    expect(await streams('2019-01-01')).toEqual([
      { ...lives, outcome: 'CANNOT_SAY_YET', missing: [{ input: 'employerWantsAdvice' }] },
    ]);
  });

  test('asks, is advised by its service, and reads both', async () => {
    const fields = '... on EmployerEnquiryRecorded { enquiry { id state advice { kind text } } }';
    const asked = await mutate(
      hr,
      'enquireAsEmployer',
      'EmployerEnquiryInput',
      { employer: (await look(hr))[0]!.id, topic: 'ADJUSTMENTS', question: 'What helps at a till?' },
      fields,
    );
    expect(asked).toMatchObject({ enquiry: { state: 'OPEN', advice: [] } });
    const read = `query Asked { employers { edges { node { enquiries { edges { node { id topic question state advice { text } } } } } } } }`;
    const seen = (await hub.as(coach).query(read)).data.employers.edges as {
      node: { enquiries: { edges: { node: { id: string } }[] } };
    }[];
    const enquiry = seen.flatMap(({ node }) => node.enquiries.edges)[0]!.node.id;
    const input = { enquiry, kind: 'WRITTEN', text: 'A stool.', close: true, idempotencyKey: key() };
    const advise = (who: Who, change: object = {}) =>
      mutate(who, 'adviseEmployer', 'AdviseEmployerInput', { ...input, ...change }, fields);
    const advised = await advise(coach);
    expect(advised).toMatchObject({ enquiry: { state: 'CLOSED', advice: [{ kind: 'WRITTEN', text: 'A stool.' }] } });
    expect(await advise(coach)).toEqual(advised);
    expect(await advise(coach, { idempotencyKey: key() })).toMatchObject({ reason: 'NOT_IN_THIS_STATE' });
    expect(await advise(rival, { idempotencyKey: key() })).toMatchObject({ reason: 'NOT_FOUND' });
    expect(JSON.stringify((await hub.as(hr).query(read)).data)).toContain('A stool.');
    expect(await streams('2019-01-01')).toEqual([{ ...lives, outcome: 'ELIGIBLE', missing: [] }]);
  });
});

describe('who is supported', () => {
  test('the service sees exactly, each as a client; the employer a rounded figure and those who let it know', async () => {
    const [held] = (await look(coach)).filter(({ id }) => id === employer);
    expect(held?.staffSupported).toMatchObject({ count: 5, suppressed: false });
    expect(held?.staffSupported.named.map(({ client }) => client?.id)).toContain(await hub.idFor('provider', 'SILENT'));
    const [own] = await look(hr);
    expect(own?.staffSupported).toMatchObject({ count: 5, suppressed: false, asAt: expect.stringMatching(/-01$/) });
    expect(own?.staffSupported.named.every(({ client }) => client === null)).toBe(true);
    const names = own?.staffSupported.named.map(({ name }) => name).join();
    expect(names).toMatch(/Ada/);
    expect(names).toMatch(/Ben/);
    expect(own?.staffSupported.named).toHaveLength(2);
    expect(JSON.stringify(own)).not.toMatch(/Cai|back pain|279039007/i);
  });

  test('every naming and every refusal to name is in the ledger', async () => {
    const before = (await hub.ledger()).length;
    await look(hr);
    const written = (await hub.ledger()).slice(before).flatMap(({ lines }) => lines);
    const naming = written.filter(({ category }) => category === 'NAMED_TO_EMPLOYER');
    expect(naming.map(({ outcome, rule }) => `${outcome} ${rule}`).sort()).toEqual([
      'PERMITTED B-01',
      'PERMITTED B-01',
      'REFUSED B-01',
      'REFUSED B-01',
      'REFUSED B-01',
    ]);
  });

  test('under five, none included, the figure is hidden; it changes with the month and not before', async () => {
    const made = await record(coach, { name: 'Rival', organisation: 'RIVAL-BAKERY' });
    const other = (made['employer'] as unknown as { id: string }).id;
    expect((await look(rival))[0]?.staffSupported).toMatchObject({ count: null, suppressed: true, named: [] });
    for (const name of staff)
      await support(name, { employer: other, since: new Date(clock.now()).toISOString().slice(0, 10) });
    if (!new Date(clock.now()).toISOString().slice(0, 10).endsWith('-01')) {
      expect((await look(rival))[0]?.staffSupported).toMatchObject({ count: null, suppressed: true });
    }
    expect((await look(rival))[0]?.staffSupported.named).toEqual([]);
  });

  test('nobody whom the service does not work with can be recorded, and nobody else records', async () => {
    expect(await support('STRANGER')).toMatchObject({ reason: 'NOT_FOUND' });
    expect(await support('SILENT', {}, 'clinician')).toMatchObject({ reason: 'NOT_PERMITTED' });
    expect(await support('SILENT', {}, hr)).toMatchObject({ reason: 'NOT_PERMITTED' });
    expect(await support('SILENT', { until: '2026-01-01' })).toMatchObject({ reason: 'INVALID_INPUT' });
  });

  test('what was said last counts, and an older mutation told again does not undo it', async () => {
    const first = { since: '2026-02-02', idempotencyKey: key() };
    await support('FIFTH', first);
    await support('FIFTH', { since: '2026-02-02', until: '2026-06-30' });
    expect(await support('FIFTH', first)).toMatchObject({ until: '2026-06-30' });
    await support('FIFTH');
  });
});

describe('three-way sharing of adjustments', () => {
  const idOf = (answer: Awaited<ReturnType<typeof propose>>): string =>
    (answer['adjustment'] as unknown as { id: string }).id;
  const items = (looked: Looked | undefined, name: string) =>
    looked?.staffSupported.named.find((person) => person.name?.includes(name))?.adjustments;

  test('an adjustment goes from proposal to effect by the three, each in their part', async () => {
    const proposed = await propose('OPEN');
    expect(proposed).toMatchObject({ adjustment: { state: 'PROPOSED', employer: 'Broadland Bakery', history: [] } });
    const seen = items((await look(hr))[0], 'Ben');
    expect(seen).toMatchObject({
      __typename: 'WorkplaceAdjustments',
      items: [{ type: 'EQUIPMENT', wording: 'A stool at the till.', state: 'PROPOSED' }],
    });
    const atEmployer = seen!.items![0]!.id;
    expect(atEmployer).not.toBe(idOf(proposed));
    expect(await move(hr, atEmployer, { move: 'AGREE', on: '2026-03-01' })).toMatchObject({
      adjustment: { state: 'AGREED' },
    });
    const inPlace = { move: 'PUT_IN_PLACE', on: '2026-03-08', idempotencyKey: key() };
    const done = await move(hr, atEmployer, inPlace);
    expect(done).toMatchObject({ adjustment: { state: 'IN_PLACE' } });
    expect(await move(hr, atEmployer, inPlace)).toEqual(done);
    expect(await move(hr, atEmployer, { ...inPlace, on: '2026-03-09' })).toMatchObject({
      reason: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await move(hr, atEmployer, { move: 'REVIEW', effect: 'HELPED' })).toMatchObject({
      reason: 'NOT_FOR_THIS_SIDE',
    });
    const own = `query Own { me { workplaceAdjustments { __typename ... on WorkplaceAdjustments { items { id employer wording state } } } } }`;
    const mine = (await hub.as('client:OPEN').query(own)).data.me.workplaceAdjustments;
    expect(mine).toMatchObject({ items: [{ employer: 'Broadland Bakery', state: 'IN_PLACE' }] });
    expect(
      await move('client:OPEN', mine.items[0].id as string, { move: 'REVIEW', effect: 'HELPED', on: '2026-04-01' }),
    ).toMatchObject({
      adjustment: {
        effect: 'HELPED',
        history: [{ move: 'AGREE' }, { move: 'PUT_IN_PLACE' }, { move: 'REVIEW', effect: 'HELPED', on: '2026-04-01' }],
      },
    });
  });

  test('of whoever is named and did not let the employer see adjustments, it sees none, whether or not there are any', async () => {
    const before = items((await look(hr))[0], 'Ada');
    expect(before).toEqual({
      __typename: 'Withheld',
      category: 'WORKPLACE_ADJUSTMENTS',
      reason: 'NO_CONSENT',
      rule: 'B-01',
    });
    const adjustment = idOf(await propose('NAMED'));
    expect(items((await look(hr))[0], 'Ada')).toEqual(before);
    expect(await move(hr, adjustment, { move: 'AGREE' })).toMatchObject({ reason: 'NOT_FOUND' });
  });

  test('a clinician sees them by consent alone, and a commissioner never', async () => {
    const text = `query See($by: ClientLookup!) { client(by: $by) { workplaceAdjustments { __typename ... on Withheld { reason rule } } } }`;
    const by = { by: { nhsNumber: hub.nhsNumber('OPEN') } };
    const seen = async (who: Who) => (await hub.as(who).query(text, by)).data.client.workplaceAdjustments as object;
    expect(await seen('clinician')).toEqual({ __typename: 'Withheld', reason: 'NO_CONSENT', rule: 'H-02' });
    expect(await seen('commissioner')).toEqual({ __typename: 'Withheld', reason: 'NEVER_SHARED', rule: 'W-03' });
    expect(await seen(coach)).toMatchObject({ __typename: 'WorkplaceAdjustments' });
  });

  test('withdrawn consent closes what was open', async () => {
    const text = `query Consents($by: ClientLookup!) { client(by: $by) { consents { id } } }`;
    const found = await hub.as(coach).query(text, { by: { nhsNumber: hub.nhsNumber('OPEN') } });
    const { errors } = await hub.as(coach).withdraw(found.data.client.consents[0].id as string);
    expect(errors).toBeUndefined();
    const [own] = await look(hr);
    expect(own?.staffSupported.named.map(({ name }) => name).join()).not.toMatch(/Ben/);
  });

  test('where somebody whose location is restricted works is told to nobody but themselves', async () => {
    await support('HIDDEN');
    expect(await propose('HIDDEN')).toMatchObject({ adjustment: { employer: null, wording: null, state: 'PROPOSED' } });
    const text = `query See($by: ClientLookup!) { client(by: $by) { workplaceAdjustments { ... on WorkplaceAdjustments { items { employer wording type locationWithheld } } } } }`;
    const { data } = await hub.as(coach).query(text, { by: { nhsNumber: hub.nhsNumber('HIDDEN') } });
    expect(data.client.workplaceAdjustments.items).toEqual([
      { employer: null, wording: null, type: 'EQUIPMENT', locationWithheld: true },
    ]);
  });

  test.each<[object, string]>([
    [{ seenByPerson: false }, 'INVALID_INPUT'],
    [{ wording: '' }, 'INVALID_INPUT'],
    [{ idempotencyKey: 'short' }, 'INVALID_INPUT'],
    [{ case: 'none' }, 'NOT_FOUND'],
    [{ employer: 'none' }, 'NOT_FOUND'],
  ])('a proposal with %j is refused: %s', async (input, reason) => {
    expect(await propose('SILENT', input)).toMatchObject({ __typename: 'EmployerRefused', reason });
  });

  test('an adjustment of a case stands in its plan', async () => {
    const client = await hub.idFor('provider', 'SILENT');
    const open = `mutation Open($input: OpenCaseInput!) { openCase(input: $input) { __typename ... on CaseChanged { case { id } } ... on CaseRefused { reason message } } }`;
    const input = {
      idempotencyKey: key(),
      client,
      programme: 'workwell',
      area: 'GREATER_MANCHESTER',
      stream: 'GREATER_MANCHESTER',
    };
    const opened = (await hub.as(coach).query(open, { input })).data.openCase;
    expect(opened).toMatchObject({ __typename: 'CaseChanged' });
    const id = opened.case.id as string;
    expect(await propose('SILENT', { case: id, type: 'PHASED_RETURN' })).toMatchObject({ adjustment: { case: id } });
    expect(await propose('OPEN', { case: id })).toMatchObject({ reason: 'NOT_FOUND' });
    const text = `query Plan($id: ID!) { case(id: $id) { adjustments { ... on WorkplaceAdjustments { items { type case } } } } }`;
    const { data } = await hub.as(coach).query(text, { id });
    expect(data.case.adjustments.items).toEqual([{ type: 'PHASED_RETURN', case: id }]);
  });
});
