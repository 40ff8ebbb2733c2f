/** Goal rows 28 and 29: a provider's row without an NHS number is a possible match; nobody is shown it until a reviewer has said whose it is. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer } from '../acceptance/caller.js';
import { createClock, startHub, type TestHub, type Who } from '../acceptance/hub.js';
import { AMINA, nobodySpecial } from '../acceptance/people.js';

let hub: TestHub;
let folder: string;
const clock = createClock();
const { nhsNumber: _number, nino: _nino, provider: _provider, ...facts } = AMINA;
const permit = {
  effect: 'PERMIT',
  categories: ['SUPPORT'],
  recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
  period: { start: '2026-01-01' },
} as const;
const someone = (index: number, familyName: string, givenName: string) =>
  nobodySpecial(index, { ...facts, familyName, givenName });
const people = {
  /** The practice knows her; the provider's file is the first that the hub hears of her support. */
  GRACE: { person: someone(140, 'Okonkwo', 'Grace'), with: ['practice'] as const, consents: [permit] },
  STRANGER: { person: someone(141, 'Brannigan', 'Niamh'), enrolled: false as const },
  OTHER: { person: someone(142, 'Whitfield', 'Dawn'), with: ['practice', 'provider'] as const, consents: [permit] },
};
type Name = keyof typeof people;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-drops-'));
  hub = await startHub({
    people,
    clock,
    change: (settings) => ({
      ...settings,
      sources: {
        ...settings.sources,
        'provider-csv': { folder, organisation: 'PATHWAYS', provider: 'brightway', pollMs: 10 },
      },
    }),
  });
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

const coach: Who = 'work-and-health-coach';
const officer = { sub: 'officer-hub', organisation: 'QZZ', role: 'PRIVACY_OFFICER', purpose: 'PRIVACY_AUDIT' };
const header =
  'record_id,provider_client_id,nhs_number,updated_on,programme,case_status,family_name,given_name,birth_date,postcode,sex';
const described = (name: Name, id: string, programme: string, own: object = {}): string => {
  const { familyName, givenName, birthDate, postcode, sex } = { ...people[name].person, ...own };
  return `${programme} ${id},${id},,2026-01-05,${programme},open,${familyName},${givenName},${birthDate},${postcode},${sex}`;
};
let files = 0;
/** Drops a file as a sender should, and resolves with where it went. */
async function drop(...rows: readonly string[]): Promise<string> {
  const name = `file-${(files += 1)}.csv`;
  await writeFile(join(folder, 'new.part'), `${[header, ...rows].join('\n')}\n`);
  await rename(join(folder, 'new.part'), join(folder, name));
  while (existsSync(join(folder, name))) await pause(10);
  const accepted = await readdir(join(folder, 'accepted'));
  return accepted.some((each) => each.endsWith(name)) ? 'accepted' : 'refused';
}
const search = () => hub.demo.hub.matchWorker.workDue();
const look = (name: Name, who: Who) =>
  hub
    .as(who)
    .send(
      'query($by: ClientLookup!) { client(by: $by) { support { __typename ... on Support { cases { programme } } } } }',
      {
        by: { nhsNumber: hub.nhsNumber(name) },
      },
    );
const programmesOf = async (name: Name, who: Who): Promise<readonly string[]> => {
  const { data } = JSON.parse((await look(name, who)).body) as Answer;
  const cases = (data.client?.support.cases ?? []) as readonly { readonly programme: string }[];
  return cases.map(({ programme }) => programme).sort();
};
interface Review {
  readonly details: {
    readonly match: string;
    readonly origin: string;
    readonly description: readonly { value: string }[];
  };
}
const reviews = async (familyName: string): Promise<readonly Review[]> => {
  const { data } = await hub.as(officer).query(
    `{ tasks(first: 50, filter: { kind: MATCH_REVIEW }) { edges { node { details { __typename ... on MatchReview { match origin organisation requestedBy
      description { field value } waterfall { total steps { field level } } } } } } } }`,
  );
  const all = (data.tasks.edges as { node: Review }[]).map(({ node }) => node);
  return all.filter(({ details }) => details.description[0]?.value === familyName);
};
let keys = 0;
const newKey = (): string => `provider-file-${(keys += 1)}`;
const decide = async (familyName: string, decision: 'LINK' | 'NOT_SAME'): Promise<unknown> =>
  (
    await hub
      .as(officer)
      .query(
        'mutation($input: DecideMatchInput!) { decideMatch(input: $input) { __typename ... on MatchRefused { reason } } }',
        {
          input: {
            idempotencyKey: newKey(),
            reason: 'I spoke with the provider.',
            match: (await reviews(familyName))[0]?.details.match,
            decision,
          },
        },
      )
  ).data.decideMatch;

test('a row that describes a client is taken, raises a review with its weights, and shows nothing to anybody', async () => {
  const nobody = await hub.as(coach).send('query($by: ClientLookup!) { client(by: $by) { support { __typename } } }', {
    by: { nhsNumber: nobodySpecial(149).nhsNumber },
  });
  const before = (await look('GRACE', 'clinician')).body;
  expect(await drop(described('GRACE', 'C-1', 'WorkWell'), described('STRANGER', 'C-2', 'Restart'))).toBe('accepted');
  await search();
  const [review] = await reviews('Okonkwo');
  expect(review?.details).toMatchObject({
    origin: 'PROVIDER_CSV',
    organisation: 'PATHWAYS',
    requestedBy: 'provider-csv',
    waterfall: {
      total: 27.21,
      steps: ['familyName', 'givenName', 'birthDate', 'postcode', 'sex'].map((field) => ({ field, level: 'EXACT' })),
    },
  });
  expect((await look('GRACE', 'clinician')).body).toBe(before);
  for (const name of ['GRACE', 'STRANGER'] as const) expect((await look(name, coach)).body).toBe(nobody.body);
});

test('a file with a row that neither numbers nor describes its client is refused whole, and asks nothing', async () => {
  expect(
    await drop(described('OTHER', 'C-3', 'Restart'), described('OTHER', 'C-4', 'Restart', { birthDate: '' })),
  ).toBe('refused');
  await search();
  expect(await reviews('Whitfield')).toEqual([]);
});

test('once a reviewer has said that they are one, the row is the client’s and the client the provider’s', async () => {
  expect(await decide('Okonkwo', 'LINK')).toEqual({ __typename: 'MatchDecided' });
  expect(await decide('Brannigan', 'LINK')).toEqual({ __typename: 'MatchDecided' });
  for (const who of ['clinician', coach] as const) expect(await programmesOf('GRACE', who)).toEqual(['WorkWell']);
  expect(await programmesOf('STRANGER', coach)).toEqual(['Restart']);
  expect((await look('STRANGER', 'clinician')).body).toBe('{"data":{"client":null}}\n');
});

test('the same content asks nothing again, and a later file about the same person needs no other review', async () => {
  expect(await drop(described('GRACE', 'C-1', 'WorkWell'), described('STRANGER', 'C-2', 'Restart'))).toBe('accepted');
  expect(await drop(described('GRACE', 'C-1', 'Health Trainer', { givenName: 'GRACE' }))).toBe('accepted');
  await search();
  expect(await reviews('Okonkwo')).toEqual([]);
  expect(await programmesOf('GRACE', 'clinician')).toEqual(['Health Trainer', 'WorkWell']);
});

test('the provider’s number with another name is somebody else, whatever was confirmed of it', async () => {
  expect(await drop(described('OTHER', 'C-1', 'Working Links'))).toBe('accepted');
  await search();
  expect(await reviews('Whitfield')).toHaveLength(1);
  expect(await programmesOf('GRACE', 'clinician')).toEqual(['Health Trainer', 'WorkWell']);
  expect(await decide('Whitfield', 'NOT_SAME')).toEqual({ __typename: 'MatchDecided' });
  expect(await programmesOf('OTHER', 'clinician')).toEqual([]);
  expect(await drop(described('OTHER', 'C-1', 'Working Links'), described('OTHER', 'C-1', 'More'))).toBe('accepted');
  await search();
  expect(await reviews('Whitfield')).toEqual([]);
});

test('a row that comes again with the NHS number is the client’s without a review', async () => {
  const { nhsNumber } = people.OTHER.person;
  expect(await drop(`Working Links C-1,C-1,${nhsNumber},2026-01-06,Working Links,open,,,,,`)).toBe('accepted');
  expect(await programmesOf('OTHER', 'clinician')).toEqual(['Working Links']);
});

test('unlinked, the rows are nobody’s again, whatever file comes next', async () => {
  const id = await hub.idFor('practice', 'GRACE');
  const { data } = await hub
    .as('privacy-officer')
    .query('mutation($input: UnlinkInput!) { unlink(input: $input) { __typename } }', {
      input: {
        idempotencyKey: newKey(),
        client: id,
        link: 'provider-csv',
        reason: 'WRONG_PERSON',
        note: 'The provider called.',
      },
    });
  expect(data.unlink.__typename).toBe('Unlinked');
  expect(await programmesOf('GRACE', 'clinician')).toEqual([]);
  expect(await drop(described('GRACE', 'C-1', 'Once more'))).toBe('accepted');
  await search();
  expect(await reviews('Okonkwo')).toEqual([]);
  expect(await programmesOf('GRACE', 'clinician')).toEqual([]);
});

test('nothing of it stands in the clear', async () => {
  const { store } = hub.demo.hub;
  const rows = await store.collection('providerRows').find({ index: 'id', where: {}, limit: 100 });
  expect(rows.length).toBeGreaterThan(3);
  const matches = await store.collection('matches').find({ index: 'id', where: {}, limit: 100 });
  const text = JSON.stringify([rows, matches, hub.logged]);
  for (const word of ['Okonkwo', 'OKONKWO', '1984-02-29', 'C-1#']) expect(text).not.toContain(word);
});
