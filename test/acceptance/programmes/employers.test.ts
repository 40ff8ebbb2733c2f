/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- a test reads any field of any answer */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { employerRefusals } from '../../../src/employer/refusal.js';
import * as words from '../../../src/employer/words.js';
import { packageRoot } from '../../../src/package-root.js';
import { startHub, type TestHub, type Who } from '../hub.js';
import { nobodySpecial } from '../people.js';
import { employer } from '../referrals.js';
import { clockAt, policySince, type Any } from './case-work.js';

const dayMs = 86_400_000;
const adviser = 'work-and-health-coach';
const scotland = 'scotland-health-and-work-support';

/** The shipped programmes, and beside them Scotland's with a stream for employers that has an end: no code knows of it. */
async function withTimedStream(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'hub-employers-'));
  await cp(fileURLToPath(new URL('programmes/', packageRoot)), made, { recursive: true });
  const own = await readFile(join(made, `${scotland}.2018-06-01.yaml`), 'utf8');
  const timed = own.replace(`id: ${scotland}`, 'id: timed-advice').replace(/^    plannedEnd: \[\].*$/m, '');
  await writeFile(join(made, 'timed-advice.2018-06-01.yaml'), timed);
  return made;
}

const clock = clockAt('2019-03-04');
let hub: TestHub;
let folder: string;
beforeAll(async () => {
  folder = await withTimedStream();
  const since = policySince('2018-01-01');
  hub = await startHub({
    clock,
    people: { P1: { person: nobodySpecial(1) } },
    change: (settings) => ({ ...since(settings), programmes: folder }),
  });
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = async (who: Who, operation: string, variables: object = {}): Promise<Any> => {
  const { data, errors } = await hub.as(who).query(operation, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data as object)[0];
};
let keys = 0;
const key = (): string => `employers-${(keys += 1)}`;
const caseFields = `id programme programmeVersion stream area status employer { name }
  clock { plannedEndOn daysLeft warningsOn warned overdue closesOn extensions { reason from to } } discharge { on reason kind }
  enquiries { edges { node { id state advice { kind text staffReached } } } }`;
const does = (who: Who, verb: string, input: object, fields: string) => {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`.replace('EnquireAsEmployer', 'EmployerEnquiry');
  return ask(who, `mutation Do($input: ${type}!) { ${verb}(input: $input) { __typename ... on EmployerRefused { reason message } ${fields} } }`, {
    input: { idempotencyKey: key(), ...input },
  }); // prettier-ignore
};
const recorded = async (input: object = {}): Promise<string> => {
  const answer = { name: 'Harbour Hotels', headcount: 250, postcodeDistrict: 'DD1', organisation: 'HARBOUR-HOTELS' };
  const made = await does(
    adviser,
    'recordEmployer',
    { ...answer, ...input },
    '... on EmployerRecorded { employer { id } }',
  );
  return made.employer.id;
};
const stored = `... on EmployerCaseStored { case { ${caseFields} } }`;
const open = (id: string, input: object = {}, who: Who = adviser) =>
  does(
    who,
    'openEmployerCase',
    { employer: id, programme: scotland, stream: 'HEALTHY_WORKING_LIVES', ...input },
    stored,
  );
const timed = { programme: 'timed-advice' };
const extend = (id: string) => does(adviser, 'extendEmployerCase', { case: id, reason: 'COMPLEX_NEEDS' }, stored);
const discharge = (id: string, input: object = {}, who: Who = adviser) =>
  does(who, 'dischargeEmployerCase', { case: id, reason: 'COMPLETED', ...input }, stored);
const enquire = (who: Who, input: object) =>
  does(who, 'enquireAsEmployer', { topic: 'SICKNESS_ABSENCE', question: 'What can we do about backs?', ...input }, '... on EmployerEnquiryRecorded { enquiry { id case { id } } }'); // prettier-ignore
const advise = (enquiry: string, input: object) =>
  does(adviser, 'adviseEmployer', { enquiry, kind: 'TRAINING', text: 'Trolleys, and breaks every hour.', ...input }, '... on EmployerEnquiryRecorded { enquiry { state advice { staffReached } } }'); // prettier-ignore
const read = (who: Who, id: string) =>
  ask(who, `query R($id: ID!) { employerCase(id: $id) { ${caseFields} } }`, { id });

test('an employer is taken on where the programme is for it, asks, is advised, and leaves for one of its reasons', async () => {
  const id = await recorded();
  const input = { idempotencyKey: key() };
  const opened = (await open(id, input)).case;
  expect(opened).toMatchObject({
    programmeVersion: '2018-06-01',
    stream: 'HEALTHY_WORKING_LIVES',
    // By the employer's own address (HWS-17).
    area: 'DUNDEE',
    status: 'OPEN',
    employer: { name: 'Harbour Hotels' },
    // The stream has no end of its own; the service has (HWS-28).
    clock: { plannedEndOn: null, closesOn: '2020-08-31', warned: false, overdue: false, extensions: [] },
  });
  expect((await open(id, input)).case.id).toBe(opened.id);
  expect(await open(id, { ...input, stream: 'X' })).toMatchObject({ reason: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await open(id)).toMatchObject({ reason: 'ALREADY_RECORDED' });

  const { enquiry } = await enquire(adviser, { employer: id, case: opened.id });
  expect(enquiry.case.id).toBe(opened.id);
  expect(await advise(enquiry.id, { staffReached: 0 })).toMatchObject({ reason: 'INVALID_INPUT' });
  await advise(enquiry.id, { staffReached: 3 });
  await advise(enquiry.id, { staffReached: 12, close: true });

  const ended = (await discharge(opened.id)).case;
  expect(ended).toMatchObject({
    status: 'DISCHARGED',
    discharge: { on: '2019-03-04', reason: 'COMPLETED', kind: 'COMPLETED' },
    enquiries: { edges: [{ node: { state: 'CLOSED', advice: [{ staffReached: 3 }, { staffReached: 12 }] } }] },
  });
  expect(await discharge(opened.id)).toMatchObject({ reason: 'NOT_IN_THIS_STATE' });
  expect(await enquire(adviser, { employer: id, case: opened.id })).toMatchObject({ reason: 'NOT_IN_THIS_STATE' });
  // Whoever left can come again.
  expect(await open(id)).toMatchObject({ __typename: 'EmployerCaseStored' });
});

test('the employer reads its own by ids of its own, and no exact number of its staff', async () => {
  const id = await recorded({ name: 'Second Site', organisation: 'SECOND-SITE' });
  const opened = (await open(id)).case;
  const { enquiry } = await enquire(adviser, { employer: id, case: opened.id });
  await advise(enquiry.id, { staffReached: 3 });
  await advise(enquiry.id, { staffReached: 12 });
  const itself = { ...employer, organisation: 'SECOND-SITE' };
  const own = await ask(itself, `{ employers { edges { node { id cases { edges { node { ${caseFields} } } } } } } }`);
  const [{ node }] = own.edges[0].node.cases.edges;
  expect(node.id).not.toBe(opened.id);
  expect(node.enquiries.edges[0].node.advice.map(({ staffReached }: Any) => staffReached)).toEqual([null, 10]);
  expect(await read(itself, node.id)).toEqual(node);
  const asked = await enquire(itself, { employer: own.edges[0].node.id, case: node.id });
  expect(asked.enquiry.case.id).toBe(node.id);
  expect(await discharge(node.id, {}, itself)).toMatchObject({ reason: 'NOT_PERMITTED' });
});

test.each<[string, object, object, string]>([
  ['outside the area', { postcodeDistrict: 'EH1' }, {}, 'NOT_ELIGIBLE'],
  ['in a stream for people', {}, { stream: 'LARGE_EMPLOYER' }, 'NOT_IN_PROGRAMME'],
  ['in no programme', {}, { programme: 'nothing' }, 'NOT_IN_PROGRAMME'],
  ['in a programme without such streams', {}, { programme: 'health-trainers' }, 'NOT_IN_PROGRAMME'],
])('an employer %s is not taken on', async (_name, of, input, reason) => {
  const id = await recorded({ organisation: undefined, ...of });
  const answer = await open(id, input);
  expect(answer).toMatchObject({ reason });
  if (reason === 'NOT_ELIGIBLE') expect(answer.message).toBe('The employer is not in Dundee or Fife.');
});

test('others neither find a case nor change it, and it looks to them like none', async () => {
  const opened = (await open(await recorded({ organisation: 'THIRD-SITE' }))).case;
  for (const who of ['work-coach', 'clinician', 'client:P1', employer] as const) {
    expect(await read(who, opened.id)).toBeNull();
    expect(await discharge(opened.id, {}, who)).toMatchObject({ reason: 'NOT_FOUND' });
  }
  const { errors } = await hub.as('clinician').query('{ employerCases { edges { node { id } } } }');
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
  const { edges } = await ask(adviser, '{ employerCases { edges { node { id } } } }');
  expect(edges[0].node.id).toBe(opened.id);
});

test('a case has the clock of its stream: warnings, its end, and extensions as the programme allows', async () => {
  const opened = (await open(await recorded({ organisation: undefined }), timed)).case;
  // 20 weeks, warned 4 weeks and 1 week before.
  expect(opened.clock).toMatchObject({
    plannedEndOn: '2019-07-22',
    daysLeft: 140,
    warningsOn: ['2019-06-24', '2019-07-15'],
    warned: false,
  });
  const { clock: later } = (await extend(opened.id)).case;
  expect(later).toMatchObject({
    plannedEndOn: '2019-08-19',
    extensions: [{ reason: 'COMPLEX_NEEDS', from: '2019-07-22', to: '2019-08-19' }],
  });
  await extend(opened.id);
  expect(await extend(opened.id)).toMatchObject({ reason: 'TOO_MANY' });
  clock.forward(200 * dayMs);
  expect((await read(adviser, opened.id)).clock).toMatchObject({ daysLeft: -4, warned: true, overdue: true });
  expect(await extend((await open(await recorded({ organisation: undefined }))).case.id)).toMatchObject({
    reason: 'NOT_IN_PROGRAMME',
  });
});

test.each([
  ['EmployerRefusalReason', employerRefusals],
  ['AdjustmentState', words.adjustmentStates],
  ['AdjustmentMove', words.adjustmentMoves],
  ['AdjustmentType', words.adjustmentTypes],
  ['EmployerAdviceKind', words.adviceKinds],
  ['EmployerEnquiryTopic', words.enquiryTopics],
])('the contract and the code speak of the same %s', async (name, expected) => {
  const { enumValues } = await ask(adviser, `{ __type(name: "${name}") { enumValues { name } } }`);
  expect((enumValues as { name: string }[]).map((each) => each.name).sort()).toEqual([...expected].sort());
});
