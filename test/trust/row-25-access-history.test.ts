/** Goal row 25: the person sees who looked, in plain words; first and emergency access are marked; a line can be delayed. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { audiences, bases, dataCategories, purposes, withheldReasons } from '../../src/access/types.js';
import type { OrganisationId } from '../../src/access/types.js';
import { historyEntry } from '../../src/graph/access-history.js';
import { sentenceOf } from '../../src/graph/history-sentence.js';
import { parseHistoryWords } from '../../src/graph/history-words.js';
import type { LedgerDocument, LedgerLine } from '../../src/store/documents.js';
import { createClock, startHub, type TestHub } from '../acceptance/hub.js';
import { AMINA, BLANK } from '../acceptance/people.js';
import { authorities } from '../../src/access/representation.js';
import { fleschKincaidGrade, syllablesOf } from './readability.js';

const text = readFileSync(new URL('../../../policies/access-history.yaml', import.meta.url), 'utf8');
const words = parseHistoryWords(text);

const line = (change: Partial<LedgerLine>): LedgerLine => ({
  section: 'Query.client',
  outcome: 'PERMITTED',
  rule: 'R',
  basis: 'CONSENT',
  consents: [],
  sources: [],
  ...change,
});

/** Every form of what may be told, with every word that it can hold. */
function* everyTold(): Generator<readonly LedgerLine[]> {
  yield [line({ outcome: 'NOT_FOUND' })];
  yield [line({ outcome: 'CHANGED' })];
  yield [line({ outcome: 'CHANGED', rule: 'RESTRICTION_CHANGED' })];
  for (const section of Object.keys(words.found)) yield [line({ section })];
  for (const category of dataCategories) {
    for (const basis of bases) yield [line({ category, basis })];
    for (const reason of withheldReasons) yield [line({ category, reason, outcome: 'REFUSED' })];
    for (const other of dataCategories) {
      yield [line({ category }), line({ category: other, outcome: 'REFUSED', reason: 'NO_CONSENT' })];
      yield [
        line({ category }),
        line({ category: other }),
        line({ category: 'SUPPORT' }),
        line({ category: 'CONTACT' }),
      ];
    }
  }
}

test('row 25: every possible sentence has a reading age of at most 9', () => {
  const hard: string[] = [];
  for (const audience of audiences) {
    for (const purpose of purposes) {
      for (const throughAnother of [false, true]) {
        for (const lines of everyTold()) {
          const viewer = { audience, purpose, subject: 's', organisation: 'O' as OrganisationId };
          const told = { viewer, lines, ...(throughAnother && { throughAnother }) } as LedgerDocument;
          const sentence = sentenceOf(told, 'Oak House', words);
          if (fleschKincaidGrade(sentence) > 4) hard.push(`${fleschKincaidGrade(sentence).toFixed(1)} ${sentence}`);
        }
      }
    }
  }
  expect([...new Set(hard)].slice(0, 5)).toEqual([]);
});

test('row 25: so has every sentence about somebody who acted for the person', () => {
  const hard = authorities.flatMap((authority) =>
    [...everyTold()].flatMap((lines) => {
      const viewer = { audience: 'CLIENT', purpose: 'OWN_RECORD', subject: 's', organisation: 'O' as OrganisationId };
      const proxy = { authority, period: { start: '2026-01-01', end: '2027-01-01' } };
      const sentence = sentenceOf({ viewer, lines, inputs: { proxy } } as unknown as LedgerDocument, 'O', words);
      return fleschKincaidGrade(sentence) > 4 ? [`${fleschKincaidGrade(sentence).toFixed(1)} ${sentence}`] : [];
    }),
  );
  expect([...new Set(hard)].slice(0, 5)).toEqual([]);
});

test('the measure of reading age is a measure', () => {
  expect(
    ['you', 'coach', 'record', 'service', 'problems', 'looked', 'private', 'appointments'].map(syllablesOf),
  ).toEqual([1, 1, 2, 2, 2, 1, 2, 3]);
  expect(fleschKincaidGrade('The cat sat on the mat.')).toBeLessThan(1);
  expect(
    fleschKincaidGrade('Organisational authorisation necessitates comprehensive documentation of confidentiality.'),
  ).toBeGreaterThan(12);
});

test('a word of the contract without words stops the hub at start, and says which', () => {
  expect(() => parseHistoryWords(text.replace(/^ {2}FIT_NOTES:.*$/m, ''))).toThrow(/policies.accessHistory: what/);
});

test('row 61: a name is shown only where the rules say so', () => {
  const viewer = {
    audience: 'CLINICIAN',
    purpose: 'DIRECT_CARE',
    subject: 'dr-okafor',
    organisation: 'O',
  } as LedgerDocument['viewer'];
  const record = { at: '2026-01-01T10:00:00.000Z', viewer, lines: [line({})] } as unknown as LedgerDocument;
  const name = (changed: typeof words) => historyEntry(record, changed, () => undefined).name;
  expect(name(words)).toBeNull();
  expect(name({ ...words, namesShownOf: ['CLINICIAN'] })).toBe('dr-okafor');
});

describe('over the whole hub', () => {
  const clock = createClock();
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ clock, people: { AMINA: { person: AMINA }, BEN: { person: BLANK } } });
  });
  afterAll(() => hub.close());
  const by = (name: string) => ({ by: { nhsNumber: hub.nhsNumber(name) } });
  const look = 'query($by: ClientLookup!) { client(by: $by) { benefits { __typename } fitNotes { __typename } } }';
  const entry =
    '{ handle organisation organisationName audience refused firstByOrganisation emergency delayedUntil sentence }';
  const history = `query($by: ClientLookup!, $n: Int!) { client(by: $by) { accessHistory(first: $n) { edges { node ${entry} } pageInfo { hasNextPage } } } }`;
  const read = async (who: 'client:BEN' | 'privacy-officer', n = 50) => {
    const { data } = await hub.as(who).query(history, { ...by('BEN'), n });
    return data.client.accessHistory as {
      edges: { node: Record<string, unknown> & { handle: string; audience: string; sentence: string } }[];
      pageInfo: { hasNextPage: boolean };
    };
  };
  const ofCoach = (page: Awaited<ReturnType<typeof read>>) =>
    page.edges.map(({ node }) => node).filter(({ audience }) => audience === 'WORK_COACH');

  test('row 25: an organisation’s first access is marked, and only the first', async () => {
    await hub.as('work-coach').query(look, by('BEN'));
    await hub.as('work-coach').query(look, by('BEN'));
    expect(ofCoach(await read('client:BEN')).map((node) => node['firstByOrganisation'])).toEqual([false, true]);
  });

  test('row 25: refused attempts are told with their reason, under the organisation’s own name', async () => {
    const [newest] = ofCoach(await read('client:BEN'));
    expect(newest).toMatchObject({
      organisation: 'DWP-NORTHGATE',
      organisationName: 'Northgate Jobcentre Plus',
      refused: ['FIT_NOTES'],
      sentence:
        'A work coach at Northgate Jobcentre Plus asked for your record to help you with work. They saw your money from the state. The law lets them. They were not shown your fit notes. You had not said yes.',
    });
  });

  test('row 25: the officer delays an entry to a day; until then it is as if it were not there, afterwards it is', async () => {
    const delay = `mutation($input: DelayAccessHistoryInput!) { delayAccessHistory(input: $input) { __typename
      ... on AccessHistoryDelayed { until } ... on DelayAccessHistoryRefused { reason message } } }`;
    const before = await read('client:BEN');
    const [newest] = ofCoach(await read('privacy-officer'));
    const until = new Date(clock.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const input = {
      idempotencyKey: 'delay-0001',
      client: await hub.idFor('practice', 'BEN'),
      entry: newest!.handle,
      until,
      reason: 'DANGER_TO_CLIENT',
    };
    expect((await hub.as('work-coach').query(delay, { input })).data.delayAccessHistory).toMatchObject({
      reason: 'NOT_PERMITTED',
    });
    const officer = hub.as('privacy-officer');
    const ask = async (change: object): Promise<unknown> =>
      (await officer.query(delay, { input: { ...input, ...change } })).data.delayAccessHistory;
    expect(await ask({ until: '2020-01-01' })).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(await ask({ organisation: 'X' })).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(await ask({ entry: 'made-up' })).toMatchObject({ reason: 'NOT_FOUND' });
    expect(await ask({})).toEqual({ __typename: 'AccessHistoryDelayed', until });
    expect(await ask({})).toEqual({ __typename: 'AccessHistoryDelayed', until });
    expect(await ask({ reason: 'DANGER_TO_OTHERS' })).toMatchObject({ reason: 'IDEMPOTENCY_KEY_REUSED' });

    const hidden = await read('client:BEN');
    expect(ofCoach(hidden)).toHaveLength(ofCoach(before).length - 1);
    // Nor does anything say that something was delayed: no entry of the delay, and no page that is short of one.
    expect(hidden.edges.map(({ node }) => node.sentence).join()).not.toContain('delay');
    expect(hidden.edges.every(({ node }) => node['delayedUntil'] === null)).toBe(true);
    const page = await read('client:BEN', 3);
    expect(page.edges).toHaveLength(3);
    expect(ofCoach(await read('privacy-officer')).map((node) => node['delayedUntil'])).toEqual([until, null]);

    clock.forward(10 * 86_400_000);
    expect(ofCoach(await read('client:BEN'))).toHaveLength(ofCoach(before).length);
    expect(
      (await hub.ledger()).some(({ lines }) => lines.some(({ section }) => section === 'Mutation.delayAccessHistory')),
    ).toBe(true);
  });
});
