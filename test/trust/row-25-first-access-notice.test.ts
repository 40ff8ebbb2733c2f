/** Goal row 25: the person is told when an organisation sees something of them for the first time; delayable by a safeguarding flag. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { audiences, purposes } from '../../src/access/types.js';
import { parseHistoryWords } from '../../src/graph/history-words.js';
import { createClock, startHub, type TestHub, type Who } from '../acceptance/hub.js';
import { AMINA, nobodySpecial } from '../acceptance/people.js';
import { subscribe, transports } from '../event/subscriber.js';
import { dayMs } from '../task/new-task.js';
import { newKey, nightDoctor, openAccess } from './emergency.js';
import { fleschKincaidGrade } from './readability.js';

const clock = createClock();
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    clock,
    people: {
      AMINA: { person: AMINA },
      BEN: { person: nobodySpecial(2) },
      CARL: { person: nobodySpecial(3) },
      DOT: { person: nobodySpecial(4) },
      EVE: { person: nobodySpecial(5) },
    },
  });
});
afterAll(() => hub.close());

interface Told {
  readonly kind: string;
  readonly organisation: string;
  readonly audience: string;
  readonly sentence: string;
  readonly delayedUntil: string | null;
}
const fields = 'kind at organisation audience sentence delayedUntil';
const told = async (name: string, who: Who = `client:${name}`, first = 50): Promise<readonly Told[]> => {
  const root = who === `client:${name}` ? 'me' : `client(by: { nhsNumber: "${hub.nhsNumber(name)}" })`;
  const { data } = await hub.as(who).query(`{ client: ${root} { notices(first: ${first}) { edges { node { ${fields} } } } } }`);
  return (data.client.notices.edges as { node: Told }[]).map(({ node }) => node);
}; // prettier-ignore
const look = (who: Who, name: string, sections = 'benefits { __typename }') =>
  hub.as(who).query(`query($by: ClientLookup!) { client(by: $by) { ${sections} } }`, {
    by: { nhsNumber: hub.nhsNumber(name) },
  });
const delay = async (name: string, what: object, days = 10) =>
  (
    await hub
      .as('privacy-officer')
      .query(`mutation($input: DelayAccessHistoryInput!) { delayAccessHistory(input: $input) { __typename } }`, {
        input: {
          idempotencyKey: newKey(),
          client: await hub.idFor('practice', name),
          until: new Date(clock.now() + days * dayMs).toISOString().slice(0, 10),
          reason: 'DANGER_TO_CLIENT',
          ...what,
        },
      })
  ).data.delayAccessHistory.__typename as string;
const from = (notices: readonly Told[], organisation: string): readonly Told[] =>
  notices.filter((notice) => notice.organisation === organisation);

test('the first look of an organisation is told once, with who and why, and a later one is not', async () => {
  expect(await told('AMINA')).toEqual([]);
  await look('work-coach', 'AMINA');
  await look('work-coach', 'AMINA');
  const notices = await told('AMINA');
  expect(notices).toMatchObject([
    { kind: 'FIRST_ACCESS', organisation: 'DWP-NORTHGATE', audience: 'WORK_COACH', delayedUntil: null },
  ]);
  expect(notices[0]?.sentence).toMatch(
    /^A work coach at Northgate Jobcentre Plus asked for your record to help you with work\. That was on \d+ \w+ \d{4}\. They had not seen it till then\.$/,
  );
});

test('looks that saw nothing, and the person’s own, are no first look', async () => {
  await look('work-coach', 'BEN', 'conditions { __typename }');
  await look('client:BEN', 'BEN', 'support { __typename }');
  expect(await told('BEN')).toEqual([]);
});

test('ten looks at once are told once', async () => {
  await Promise.all(Array.from({ length: 10 }, () => look('clinician', 'BEN', 'fitNotes { __typename }')));
  expect(await told('BEN')).toHaveLength(1);
});

test.each(transports)('whoever waits for it is told at once over %s, the client alone', async (transport) => {
  const subscription = `subscription { noticeGiven { ${fields} } }`;
  const name = transport === 'WebSocket' ? 'CARL' : 'DOT';
  const client = await subscribe(hub, transport, `client:${name}`, subscription);
  const other = await subscribe(hub, transport, 'client:AMINA', subscription);
  await look('work-coach', name);
  const result = await client.next();
  expect(result?.data.noticeGiven).toMatchObject({ kind: 'FIRST_ACCESS', organisation: 'DWP-NORTHGATE' });
  const records = await hub.ledger();
  expect(records.at(-1)).toMatchObject({
    clientId: await hub.clientId(name),
    viewer: { audience: 'CLIENT' },
    lines: [{ section: 'Subscription.noticeGiven', category: 'ACCESS_HISTORY', outcome: 'PERMITTED' }],
  });
  await openAccess(hub, nightDoctor, name);
  expect((await client.next())?.data.noticeGiven).toMatchObject({ kind: 'EMERGENCY_ACCESS', organisation: 'RHOSP' });
  // Whose record it is not hears of nothing before their own.
  await openAccess(hub, nightDoctor, 'AMINA');
  expect((await other.next())?.data.noticeGiven).toMatchObject({ kind: 'EMERGENCY_ACCESS', organisation: 'RHOSP' });
  await client.end();
  await other.end();
});

test('a delay of an organisation’s acts keeps its first look back too, on the list and on the line, and not for ever', async () => {
  expect(await delay('EVE', { organisation: 'DWP-NORTHGATE' })).toBe('AccessHistoryDelayed');
  const subscriber = await subscribe(hub, 'WebSocket', 'client:EVE', `subscription { noticeGiven { ${fields} } }`);
  await look('work-coach', 'EVE');
  expect(from(await told('EVE'), 'DWP-NORTHGATE')).toEqual([]);
  await openAccess(hub, nightDoctor, 'EVE');
  // The next that comes is the other one: nothing was sent of what is kept back.
  expect((await subscriber.next())?.data.noticeGiven).toMatchObject({ organisation: 'RHOSP' });
  await subscriber.end();
  const [kept] = from(await told('EVE', 'privacy-officer'), 'DWP-NORTHGATE');
  expect(kept?.delayedUntil).toMatch(/^\d{4}-/);
  // No page is short of what is kept back.
  expect(await told('EVE', 'client:EVE', 1)).toHaveLength(1);
  clock.forward(10 * dayMs + 1);
  expect(from(await told('EVE'), 'DWP-NORTHGATE')).toHaveLength(1);
});

test('a delay of the one entry keeps back the notice of the same look', async () => {
  await look('clinician', 'EVE', 'fitNotes { __typename }');
  const organisation = 'Y90001';
  expect(from(await told('EVE'), organisation)).toHaveLength(1);
  const { data } = await hub.as('privacy-officer').query(
    'query($by: ClientLookup!) { client(by: $by) { accessHistory(first: 20) { edges { node { handle organisation firstByOrganisation } } } } }',
    { by: { nhsNumber: hub.nhsNumber('EVE') } },
  ); // prettier-ignore
  const entries = (data.client.accessHistory.edges as { node: { handle: string; organisation: string; firstByOrganisation: boolean } }[]).map(({ node }) => node); // prettier-ignore
  const entry = entries.find((each) => each.organisation === organisation && each.firstByOrganisation)!;
  expect(await delay('EVE', { entry: entry.handle })).toBe('AccessHistoryDelayed');
  expect(from(await told('EVE'), organisation)).toEqual([]);
  clock.forward(10 * dayMs + 1);
  expect(from(await told('EVE'), organisation)).toHaveLength(1);
});

test('where the notice cannot be stored, nothing of the person leaves; the next look is told', async () => {
  const notices = hub.demo.hub.store.collection('notices');
  const { insertMany } = notices;
  Object.assign(notices, { insertMany: () => Promise.reject(new Error('no space')) });
  const failed = await look('clinician', 'DOT', 'fitNotes { __typename }');
  Object.assign(notices, { insertMany });
  expect(failed.data ?? null).toBeNull();
  expect(failed.errors).toHaveLength(1);
  expect(from(await told('DOT'), 'Y90001')).toEqual([]);
  expect((await look('clinician', 'DOT', 'fitNotes { __typename }')).data.client.fitNotes).toBeDefined();
  expect(from(await told('DOT'), 'Y90001')).toHaveLength(1);
});

test('every form of the notice has a reading age of at most 9', () => {
  const words = parseHistoryWords(
    readFileSync(new URL('../../../policies/access-history.yaml', import.meta.url), 'utf8'),
  );
  const hard = audiences.flatMap((audience) =>
    [...purposes.map((purpose) => words.told.looked.replace('{why}', words.why[purpose])), words.told.somebodyElse]
      .map((looked) => `${looked.replace('{who}', `${words.who[audience]} at Oak House`)} ${words.told.firstTime.replace('{day}', '3 May 2026')}`)
      .filter((sentence) => fleschKincaidGrade(sentence) > 4),
  ); // prettier-ignore
  expect(hard).toEqual([]);
});
