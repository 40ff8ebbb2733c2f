/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- a test reads any field of any answer */
/** Goal row 70: a correction request goes to whoever holds the record, with the clock of the law; the client sees where it stands, and meanwhile the fact says that it is in dispute. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerBy, correctionMoves, correctionStates, stateAfter } from '../../src/correction/machine.js';
import { startHub, type Claims, type TestHub, type Who } from '../acceptance/hub.js';
import { AMINA, nobodySpecial, supportedBy } from '../acceptance/people.js';
import { clockAt } from '../acceptance/programmes/case-work.js';
import { permitting } from './consent-samples.js';

const clock = clockAt('2026-11-27');
const dayMs = 86_400_000;
const coach = 'work-and-health-coach';
const officer = (organisation: string): Claims => ({ sub: `officer-${organisation}`, organisation, role: 'PRIVACY_OFFICER', purpose: 'PRIVACY_AUDIT' }); // prettier-ignore
let hub: TestHub;
let keys = 0;
const newKey = (): string => `correct-${String((keys += 1)).padStart(6, '0')}`;

const restricted = nobodySpecial(31, { restriction: 'R', provider: supportedBy(31) });
beforeAll(async () => {
  hub = await startHub({
    clock,
    people: {
      AMINA: { person: AMINA, consents: [permitting({ categories: ['EMPLOYMENT_STATUS', 'WORK_STATUS'] })] },
      REFUSES: {
        person: nobodySpecial(30, { provider: supportedBy(30) }),
        consents: [{ ...permitting({}), effect: 'DENY', categories: ['RESTRICTED_CONDITIONS', 'SUPPORT'], recipients: [], purposes: [] }], // prettier-ignore
      },
      SILENT: { person: nobodySpecial(33, { provider: supportedBy(33) }) },
      HIDDEN: { person: restricted, consents: [permitting({ categories: ['EMPLOYMENT_STATUS'] })] },
      SHOWN: {
        person: nobodySpecial(34, { provider: supportedBy(34) }),
        consents: [permitting({ categories: ['EMPLOYMENT_STATUS'], recipients: [{ kind: 'audience', audience: 'CLINICIAN' }, { kind: 'audience', audience: 'WORK_AND_HEALTH_COACH' }], purposes: ['DIRECT_CARE', 'EMPLOYMENT_SUPPORT'] })], // prettier-ignore
      },
      ELSEWHERE: { person: nobodySpecial(32), with: ['jobcentre'] },
    },
  });
});
afterAll(() => hub.close());

const fields = `id category source says shouldSay evidence state requestedBy addressedTo dueOn overdue refusal locationWithheld
  history { move refusal words }`;
const answered = (data: Record<string, never>): Record<string, never> => Object.values(data)[0]!;
async function ask(who: Who, name: string, input: object = {}): Promise<Record<string, never>> {
  const partner = { [coach]: 'provider', clinician: 'practice', 'work-coach': 'jobcentre' }[who as string] ?? 'client';
  const { data, errors } = await hub.as(who).query(
    `mutation($input: RequestCorrectionInput!) { requestCorrection(input: $input) { __typename ... on CorrectionRequested { correction { ${fields} } } ... on CorrectionRefused { reason message } } }`,
    { input: { idempotencyKey: newKey(), client: await hub.idFor(partner as never, name), category: 'EMPLOYMENT_STATUS', source: 'provider-dataverse', says: 'Receptionist', shouldSay: 'Night porter', evidence: 'My contract', ...input } }, // prettier-ignore
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return answered(data);
}
async function answer(who: Who, correction: string, move: string, rest: object = {}): Promise<Record<string, never>> {
  const { data, errors } = await hub
    .as(who)
    .query(
      `mutation($input: AnswerCorrectionInput!) { answerCorrection(input: $input) { __typename ... on CorrectionAnswered { correction { ${fields} } } ... on CorrectionRefused { reason message } } }`,
      { input: { idempotencyKey: newKey(), correction, move, ...rest } },
    );
  if (errors) throw new Error(JSON.stringify(errors));
  return answered(data);
}
const own = async (name: string): Promise<readonly Record<string, unknown>[]> => {
  const { data } = await hub
    .as(`client:${name}`)
    .query(`{ me { correctionRequests { edges { node { ${fields} } } } } }`);
  return data.me.correctionRequests.edges.map(({ node }: { node: object }) => node);
};
const tasksOf = async (who: Who): Promise<readonly Record<string, never>[]> => {
  const { data, errors } = await hub
    .as(who)
    .query(
      `{ tasks(first: 50, filter: { kind: CORRECTION_REQUESTED }) { edges { node { id dueAt state organisation client { id } details { __typename ... on AskedCorrection { correction { ${fields} } } } } } } }`,
    );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.tasks.edges.map(({ node }: { node: object }) => node);
};
/** What is in dispute in the section of somebody's employment, for a caller. */
const overlay = async (who: Who, partner: string, name: string): Promise<readonly Record<string, unknown>[]> => {
  const { data } = await hub
    .as(who)
    .query(
      `query($id: ID!) { client(by: { id: $id }) { employment { ... on Employment { spells { jobTitle } corrections { ${fields} } } } } }`,
      { id: await hub.idFor(partner as never, name) },
    );
  return data.client.employment.corrections;
};

describe('the machine', () => {
  test('leads only forward, and from an answer nowhere', () => {
    const moves = correctionStates.map((state) => [state, correctionMoves.flatMap((move) => stateAfter(state, move) ?? '-')]); // prettier-ignore
    expect(Object.fromEntries(moves)).toEqual({
      REQUESTING: ['-', '-', '-', '-'],
      REQUESTED: ['ACKNOWLEDGED', 'REQUESTED', 'CORRECTED', 'REFUSED'],
      ACKNOWLEDGED: ['-', 'ACKNOWLEDGED', 'CORRECTED', 'REFUSED'],
      CORRECTED: ['-', '-', '-', '-'],
      REFUSED: ['-', '-', '-', '-'],
    });
  });
  test.each([
    ['the same day of the next month', '2026-09-03', false, '2026-10-05'], // 3 October 2026 is a Saturday
    ['a weekday stays', '2026-10-07', false, '2026-11-09'], // 7 November is a Saturday
    ['that month’s last day', '2027-01-31', false, '2027-03-01'], // 28 February 2027 is a Sunday
    ['a bank holiday goes on to the next working day', '2026-11-25', false, '2026-12-29'], // 25 and 28 (for the 26th) are kept
    ['three months where it was extended', '2026-11-27', true, '2027-03-01'], // 27 February 2027 is a Saturday
    ['a working day', '2026-11-30', false, '2026-12-30'],
  ])('answers by: %s', (_what, received, isExtended, dueOn) => {
    expect(answerBy(received, isExtended)).toBe(dueOn);
  });
});

describe('asked by the client', () => {
  let id: string;
  test('it is stored with its clock, in the ledger before the answer, and in the queue of whoever holds the record', async () => {
    const asked = await ask('client:AMINA', 'AMINA');
    const { correction } = asked as unknown as { correction: Record<string, string> };
    id = correction['id']!;
    expect(correction).toEqual({
      id: expect.stringMatching(/^[\w-]{32}$/), category: 'EMPLOYMENT_STATUS', source: 'provider-dataverse',
      says: 'Receptionist', shouldSay: 'Night porter', evidence: 'My contract', state: 'REQUESTED', requestedBy: null,
      addressedTo: 'PATHWAYS', dueOn: '2026-12-29', overdue: false, refusal: null, locationWithheld: false, history: [],
    }); // prettier-ignore
    const last = (await hub.ledger()).at(-1)!;
    expect(last.lines).toEqual([expect.objectContaining({ section: 'Mutation.requestCorrection', category: 'EMPLOYMENT_STATUS', outcome: 'PERMITTED', basis: 'SUBJECT_ACCESS' })]); // prettier-ignore
    const [task, ...others] = await tasksOf(officer('PATHWAYS'));
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      state: 'OPEN',
      dueAt: '2026-12-22T23:59:59.000Z',
      client: { id: await hub.idFor('provider', 'AMINA') },
      details: { __typename: 'AskedCorrection', correction: { says: 'Receptionist', shouldSay: 'Night porter', evidence: 'My contract' } }, // prettier-ignore
    });
    expect((await hub.ledger()).at(-1)!.lines).toContainEqual(
      expect.objectContaining({ section: 'Task.details', rule: 'ADDRESSED', outcome: 'PERMITTED' }),
    );
  });

  test('meanwhile the fact says that it is in dispute, to whom the fact is shown, and its source is left as it is', async () => {
    const seen = await overlay(coach, 'provider', 'AMINA');
    expect(seen).toMatchObject([{ says: 'Receptionist', shouldSay: 'Night porter', state: 'REQUESTED', evidence: null, addressedTo: null }]); // prettier-ignore
    expect(await overlay(coach, 'provider', 'HIDDEN')).toEqual([]);
  });

  test('nothing of it is stored in the clear', async () => {
    const documents = await hub.demo.hub.store.collection('corrections').find({ index: 'id', where: {}, limit: 50 });
    expect(JSON.stringify(documents)).not.toMatch(/Night porter|Receptionist|My contract/);
  });

  test('whoever else checks who looked answers none of it, and an id of nothing is the same', async () => {
    const { pairwiseIds } = hub.demo.hub.services;
    const uuid = pairwiseIds.decode('NHS-LOGIN' as never, 'correction', id)!;
    const theirs = pairwiseIds.encode('Y90001' as never, 'correction', uuid);
    const refusals = [await answer('privacy-officer', theirs, 'ACKNOWLEDGE'), await answer('privacy-officer', 'N'.repeat(32), 'ACKNOWLEDGE')]; // prettier-ignore
    expect(refusals[0]).toEqual(refusals[1]);
    expect(refusals[0]).toMatchObject({ __typename: 'CorrectionRefused', reason: 'NOT_FOUND' });
    expect(await answer(coach, id, 'ACKNOWLEDGE')).toMatchObject({ reason: 'NOT_PERMITTED' });
  });

  test('it is acknowledged, extended once with words, refused with a code and words: and then still stands beside the fact', async () => {
    const holder = officer('PATHWAYS');
    const ours = ((await tasksOf(holder))[0] as unknown as { details: { correction: { id: string } } }).details.correction.id; // prettier-ignore
    expect(await answer(holder, ours, 'ACKNOWLEDGE')).toMatchObject({ correction: { state: 'ACKNOWLEDGED', dueOn: '2026-12-29' } }); // prettier-ignore
    expect(await answer(holder, ours, 'ACKNOWLEDGE')).toMatchObject({ reason: 'NOT_IN_THIS_STATE' });
    expect(await answer(holder, ours, 'EXTEND')).toMatchObject({ reason: 'INVALID_INPUT' });
    const extended = await answer(holder, ours, 'EXTEND', { words: 'We must ask the hotel.' });
    expect(extended).toMatchObject({ correction: { state: 'ACKNOWLEDGED', dueOn: '2027-03-01' } });
    expect((await tasksOf(holder))[0]).toMatchObject({ dueAt: '2027-02-22T23:59:59.000Z' });
    expect(await answer(holder, ours, 'EXTEND', { words: 'And again.' })).toMatchObject({
      reason: 'NOT_IN_THIS_STATE',
    });
    expect(await answer(holder, ours, 'REFUSE', { words: 'No.' })).toMatchObject({ reason: 'INVALID_INPUT' });
    const refused = await answer(holder, ours, 'REFUSE', { refusal: 'FOUND_ACCURATE', words: 'The hotel says so.' });
    expect(refused).toMatchObject({ correction: { state: 'REFUSED', refusal: 'FOUND_ACCURATE' } });
    expect(await tasksOf(holder)).toEqual([]);
    expect(await own('AMINA')).toMatchObject([{ state: 'REFUSED', refusal: 'FOUND_ACCURATE', overdue: false, history: [{ move: 'ACKNOWLEDGE' }, { move: 'EXTEND', words: 'We must ask the hotel.' }, { move: 'REFUSE', words: 'The hotel says so.' }] }]); // prettier-ignore
    expect(await overlay(coach, 'provider', 'AMINA')).toMatchObject([{ state: 'REFUSED', shouldSay: 'Night porter' }]);
    expect(await answer(holder, ours, 'CORRECT')).toMatchObject({ reason: 'NOT_IN_THIS_STATE' });
    const { data } = await hub.as('client:AMINA').query('{ me { accessHistory(first: 50) { edges { node { sentence } } } } }'); // prettier-ignore
    const told = data.me.accessHistory.edges
      .map(({ node }: { node: { sentence: string } }) => node.sentence)
      .join('\n');
    expect(told).toContain('They dealt with what you asked to be mended.');
    expect(told).toContain('They read what you asked to be mended.');
  });
});

describe('asked by a professional', () => {
  test('who is shown the fact; once corrected, nothing is in dispute any more', async () => {
    const { correction } = (await ask(coach, 'AMINA', { says: null })) as unknown as { correction: { id: string } };
    const now = await own('AMINA');
    expect(now[0]).toMatchObject({
      requestedBy: 'PATHWAYS',
      says: null,
      shouldSay: 'Night porter',
      state: 'REQUESTED',
    });
    expect(correction).toMatchObject({ addressedTo: null, requestedBy: null });
    const before = (await overlay(coach, 'provider', 'AMINA')).length;
    await answer(officer('PATHWAYS'), correction.id, 'CORRECT');
    expect((await own('AMINA'))[0]).toMatchObject({ state: 'CORRECTED' });
    expect(await overlay(coach, 'provider', 'AMINA')).toHaveLength(before - 1);
  });

  test('who is not shown the fact is refused; of somebody of others, as of nobody', async () => {
    const notShown = await ask(coach, 'REFUSES', { category: 'SUPPORT' });
    expect(notShown).toEqual({ __typename: 'CorrectionRefused', reason: 'NOT_PERMITTED', message: expect.any(String) });
    expect(await ask(coach, 'ELSEWHERE')).toEqual(await ask(coach, 'AMINA', { client: 'N'.repeat(32) }));
    expect(await own('REFUSES')).toEqual([]);
  });

  test('of a kind that can be hidden is refused, whatever the client said of it', async () => {
    const hidden = { category: 'RESTRICTED_CONDITIONS', source: 'nhs-care-record' };
    const refusals = [await ask('clinician', 'REFUSES', hidden), await ask('clinician', 'SILENT', hidden)];
    expect(refusals[0]).toEqual(refusals[1]);
    expect(refusals[0]).toMatchObject({ reason: 'NOT_PERMITTED' });
    expect(await ask('client:SILENT', 'SILENT', hidden)).toMatchObject({ correction: { category: 'RESTRICTED_CONDITIONS', addressedTo: 'Y90001' } }); // prettier-ignore
  });

  test.each([
    [{ source: 'dwp-citizen' }, /source/],
    [{ source: 'hub' }, /source/],
    [{ category: 'ACCESS_HISTORY' }, /source/],
    [{ shouldSay: ' ' }, /shouldSay/],
    [{ evidence: 'x'.repeat(2_001) }, /evidence/],
  ])('with %j is refused', async (input, message) => {
    expect(await ask(coach, 'AMINA', input)).toMatchObject({ reason: 'INVALID_INPUT', message: expect.stringMatching(message) }); // prettier-ignore
  });

  test('what names a place is kept from everybody but a person whose location is restricted', async () => {
    await ask('client:HIDDEN', 'HIDDEN', { shouldSay: 'Harbour Hotels, Pier Street' });
    expect(await overlay(coach, 'provider', 'HIDDEN')).toMatchObject([{ shouldSay: null, says: null, locationWithheld: true, state: 'REQUESTED' }]); // prettier-ignore
    expect(await own('HIDDEN')).toMatchObject([{ shouldSay: 'Harbour Hotels, Pier Street', locationWithheld: false }]);
  });

  test('of somebody’s work names DWP to nobody who may not see benefits', async () => {
    await ask('client:AMINA', 'AMINA', { category: 'WORK_STATUS', source: 'dwp-citizen' });
    const { data } = await hub.as(coach).query('query($id: ID!) { client(by: { id: $id }) { workStatus { ... on WorkStatus { corrections { source } } } } }', { id: await hub.idFor('provider', 'AMINA') }); // prettier-ignore
    expect(data.client.workStatus.corrections).toEqual([{ source: 'derived' }]);
    expect((await own('AMINA'))[0]).toMatchObject({ source: 'dwp-citizen', addressedTo: 'DWP-NORTHGATE' });
  });
});

describe('once it is put right (UK GDPR article 19)', () => {
  const toldOf = async (organisation: string): Promise<readonly Record<string, unknown>[]> => {
    const text = `{ tasks(first: 50, filter: { kind: RECORD_CORRECTED }) { edges { node { state organisation client { id } details { __typename ... on CorrectedRecord { category correctedAt } } } } } }`;
    const { data, errors } = await hub.as(officer(organisation)).query(text);
    expect(errors).toBeUndefined();
    return data.tasks.edges.map(({ node }: { node: object }) => node);
  };
  const looks = async (who: Who, partner: string, name: string): Promise<string> => {
    const text = 'query($id: ID!) { client(by: { id: $id }) { employment { __typename } } }';
    return (await hub.as(who).query(text, { id: await hub.idFor(partner as never, name) })).data.client.employment.__typename; // prettier-ignore
  };

  test('whoever was shown it is told to look again, and nobody else; the client is told that it was answered', async () => {
    expect(await looks('clinician', 'practice', 'SHOWN')).toBe('Employment');
    expect(await looks('work-coach', 'jobcentre', 'SHOWN')).toBe('Withheld');
    expect(await looks(coach, 'provider', 'SHOWN')).toBe('Employment');
    const { correction } = (await ask('client:SHOWN', 'SHOWN')) as unknown as { correction: { id: string } };
    const { pairwiseIds } = hub.demo.hub.services;
    const uuid = pairwiseIds.decode('NHS-LOGIN' as never, 'correction', correction.id)!;
    const theirs = pairwiseIds.encode('PATHWAYS' as never, 'correction', uuid);
    expect(await toldOf('Y90001')).toEqual([]);

    const key = newKey();
    const first = await answer(officer('PATHWAYS'), theirs, 'CORRECT', { idempotencyKey: key });
    expect(first).toMatchObject({ correction: { state: 'CORRECTED' } });
    const told = await toldOf('Y90001');
    expect(told).toEqual([
      {
        state: 'OPEN',
        organisation: 'Y90001',
        client: { id: await hub.idFor('practice', 'SHOWN') },
        // Not by whom, nor from which system.
        details: { __typename: 'CorrectedRecord', category: 'EMPLOYMENT_STATUS', correctedAt: expect.any(String) },
      },
    ]);
    // Who was refused it has nothing to look at again; who put it right knows.
    expect(await toldOf('DWP-NORTHGATE')).toEqual([]);
    expect(await toldOf('PATHWAYS')).toEqual([]);
    // The same answer again, as after a crash, tells nobody twice.
    expect(await answer(officer('PATHWAYS'), theirs, 'CORRECT', { idempotencyKey: key })).toEqual(first);
    expect(await toldOf('Y90001')).toEqual(told);

    const { data } = await hub.as('client:SHOWN').query('{ me { notices(first: 50) { edges { node { kind organisation sentence } } } } }'); // prettier-ignore
    const answers = data.me.notices.edges
      .map(({ node }: { node: { kind: string } }) => node)
      .filter(({ kind }: { kind: string }) => kind === 'CORRECTION_ANSWERED');
    expect(answers).toEqual([
      {
        kind: 'CORRECTION_ANSWERED',
        organisation: 'PATHWAYS',
        sentence: 'Pathways Employment Support was asked to put something right in your record. They did so on 27 November 2026, and those who had seen it were told.',
      },
    ]); // prettier-ignore
    // What was found to be right was shown as it is: nobody has anything to look at again.
    const again = (await ask('client:SHOWN', 'SHOWN')) as unknown as { correction: { id: string } };
    const refused = pairwiseIds.encode('PATHWAYS' as never, 'correction', pairwiseIds.decode('NHS-LOGIN' as never, 'correction', again.correction.id)!); // prettier-ignore
    expect(await answer(officer('PATHWAYS'), refused, 'REFUSE', { refusal: 'FOUND_ACCURATE', words: 'It is so.' })).toMatchObject({ correction: { state: 'REFUSED' } }); // prettier-ignore
    expect(await toldOf('Y90001')).toEqual(told);
  });
});

describe('what somebody may not see', () => {
  test('is told to the privacy officer without its words; of what hides, not at all', async () => {
    const { data } = await hub
      .as('privacy-officer')
      .query(`query($id: ID!) { client(by: { id: $id }) { correctionRequests { edges { node { ${fields} } } } } }`, {
        id: await hub.idFor('practice', 'AMINA'),
      });
    const nodes = data.client.correctionRequests.edges.map(({ node }: { node: object }) => node);
    expect(nodes.length).toBeGreaterThan(1);
    for (const node of nodes) expect(node).toMatchObject({ says: null, shouldSay: null, evidence: null, history: [] });
    const of = async (name: string) =>
      (await hub.as('privacy-officer').query('query($id: ID!) { client(by: { id: $id }) { correctionRequests { edges { node { category } } withheld { reason } } } }', { id: await hub.idFor('practice', name) })).data.client.correctionRequests; // prettier-ignore
    expect(await of('SILENT')).toEqual({ edges: [], withheld: null });
  });
  test('is withheld from professionals as a list', async () => {
    const { data } = await hub.as(coach).query('query($id: ID!) { client(by: { id: $id }) { correctionRequests { edges { cursor } withheld { reason } } } }', { id: await hub.idFor('provider', 'AMINA') }); // prettier-ignore
    expect(data.client.correctionRequests).toEqual({ edges: [], withheld: { reason: 'NEVER_SHARED' } });
  });
});

test('the hub’s own records are for whoever runs it, and so is a source whose holder does not work with the person', async () => {
  const own = await ask('client:ELSEWHERE', 'ELSEWHERE', { category: 'SUPPORT', source: 'hub' });
  expect(own).toMatchObject({ correction: { addressedTo: 'QZZ' } });
  expect(await ask('client:ELSEWHERE', 'ELSEWHERE')).toMatchObject({ correction: { addressedTo: 'QZZ' } });
});

test('what nobody answers goes, a week before its day, to whoever runs the hub, who chases it without reading it; after its day it is overdue', async () => {
  const asked = await ask('client:AMINA', 'AMINA', { shouldSay: 'Day porter' });
  const { id, dueOn } = (asked as unknown as { correction: { id: string; dueOn: string } }).correction;
  clock.forward(Date.parse(dueOn) - 6 * dayMs - clock.now());
  await hub.demo.hub.escalation.escalateDue();
  const mine = (await tasksOf('hub-officer')).filter(({ details }) => (details as unknown as { correction: { addressedTo: string } }).correction.addressedTo === 'PATHWAYS'); // prettier-ignore
  expect(mine.length).toBeGreaterThan(0);
  for (const task of mine) {
    expect(task).toMatchObject({ state: 'ESCALATED', details: { correction: { says: null, shouldSay: null, evidence: null, history: [] } } }); // prettier-ignore
  }
  expect((await own('AMINA'))[0]).toMatchObject({ id, overdue: false });
  clock.forward(7 * dayMs);
  expect((await own('AMINA'))[0]).toMatchObject({ id, overdue: true, state: 'REQUESTED' });
  // Whoever has its task by now may close it; so may whoever holds the record still.
  const theirs = (mine[0]!['details'] as unknown as { correction: { id: string } }).correction.id;
  // The law's longer time is taken within the first month, or not at all.
  expect(await answer('hub-officer', theirs, 'EXTEND', { words: 'Later.' })).toMatchObject({
    reason: 'NOT_IN_THIS_STATE',
  });
  expect(await answer('hub-officer', theirs, 'CORRECT')).toMatchObject({ correction: { state: 'CORRECTED' } });
});
