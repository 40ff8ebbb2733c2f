/** Goal row 22: every denial and not-found is on record, a privacy officer can search and export the ledger, and that is on record too. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { faultsByProfile } from './balp-profiles.js';
import { dataFolder } from '../adapters/nhs-care-record/outside-data.js';
import { existsSync } from 'node:fs';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { AMINA, BLANK, nobodySpecial } from '../acceptance/people.js';

const look = 'query Look($by: ClientLookup!) { client(by: $by) { fitNotes { __typename } benefits { __typename } } }';
const fields = `edges { node { id at client organisation subject operationName lines { category outcome reason consents } auditEvent } } pageInfo { hasNextPage endCursor }`;
const search = `query Search($filter: DisclosureFilter, $first: Int!, $after: String) { disclosures(filter: $filter, first: $first, after: $after) { ${fields} } }`;

interface Row {
  readonly id: string;
  readonly at: string;
  readonly client: string | null;
  readonly organisation: string;
  readonly subject: string;
  readonly operationName: string;
  readonly lines: readonly { category: string | null; outcome: string; reason: string | null; consents: string[] }[];
  readonly auditEvent: string;
}

let hub: TestHub;
const by = (name: string) => ({ by: { nhsNumber: hub.nhsNumber(name) } });
beforeAll(async () => {
  hub = await startHub({
    people: {
      AMINA: { person: AMINA },
      BEN: { person: BLANK },
      STRANGER: { person: nobodySpecial(60), with: ['jobcentre'] },
    },
  });
  for (let looks = 0; looks < 3; looks += 1) await hub.as('clinician').query(look, by('AMINA'));
  await hub.as('clinician').query(look, by('STRANGER'));
  await hub.as('clinician').query(look, { by: { nhsNumber: '9990000999' } });
  await hub.as('work-coach').query(look, by('AMINA'));
});
afterAll(() => hub.close());

async function find(filter: object, first = 50): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null, pages = 0; pages < 40; pages += 1) {
    const answer = await hub.as('privacy-officer').query(search, { filter, first, after });
    expect(answer.errors).toBeUndefined();
    const { edges, pageInfo } = answer.data.disclosures as {
      edges: readonly { node: Row }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    rows.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return rows;
    after = pageInfo.endCursor;
  }
  throw new Error('the search does not end');
}

test('row 22: the officer finds what their own organisation’s callers saw and were refused, by each filter', async () => {
  const own = await find({});
  expect(new Set(own.map(({ organisation }) => organisation))).toEqual(new Set(['Y90001']));
  const clinician = await find({ subject: 'dr-okafor' });
  expect(clinician).toHaveLength(5);
  expect(await find({ subject: 'nobody' })).toEqual([]);
  expect((await find({ outcome: 'NOT_FOUND' })).map(({ client }) => client)).toEqual([null, null]);
  expect(await find({ subject: 'dr-okafor', category: 'FIT_NOTES' })).toHaveLength(3);
  const [newest] = clinician;
  expect(await find({ subject: 'dr-okafor', from: newest!.at })).toHaveLength(1);
  expect(await find({ subject: 'dr-okafor', before: newest!.at })).toHaveLength(4);
});

test('row 22: with a client, the callers of every organisation; paging gives each record once, newest first', async () => {
  const client = await hub.idFor('practice', 'AMINA');
  const all = await find({ client, before: new Date().toISOString() }, 2);
  expect(all.map(({ organisation }) => organisation)).toContain('DWP-NORTHGATE');
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  expect(await find({ client, organisation: 'DWP-NORTHGATE' })).toHaveLength(1);
});

test('row 22: a stranger and nobody read the same: the officer learns of no person by the search', async () => {
  const shape = ({ client, lines, subject }: Row) => ({ client, lines, subject });
  const [nobody, stranger] = await find({ outcome: 'NOT_FOUND' });
  expect(shape(nobody!)).toEqual(shape(stranger!));
  expect(stranger!.auditEvent).not.toContain(await hub.clientId('STRANGER'));
  const kind = (row: Row): unknown => (JSON.parse(row.auditEvent) as { meta: { profile: unknown } }).meta.profile;
  expect(kind(nobody!)).toEqual(kind(stranger!));
});

test('row 22: nobody else may search, and another organisation’s callers only with a client', async () => {
  for (const who of ['clinician', 'work-coach', 'provider-manager', 'commissioner', 'client:AMINA'] as const) {
    const { errors } = await hub.as(who).query(search, { first: 5 });
    expect(errors?.[0]?.extensions.code).toBe('NOT_ALLOWED');
  }
  const { errors } = await hub.as('privacy-officer').query(search, { first: 5, filter: { organisation: 'PATHWAYS' } });
  expect(errors?.[0]?.extensions.code).toBe('NOT_ALLOWED');
});

test('row 22: the reading is recorded itself: the search, and each person in its answer', async () => {
  const before = (await hub.ledger()).length;
  await find({ subject: 'dr-okafor' });
  const records = (await hub.ledger()).slice(before);
  expect(records.every(({ viewer }) => viewer.subject === 'officer-byrne')).toBe(true);
  expect(records.find(({ clientId }) => clientId === undefined)?.lines[0]).toMatchObject({
    section: 'Query.disclosures',
    outcome: 'PERMITTED',
    rule: 'AUDIT_READ',
  });
  const amina = await hub.clientId('AMINA');
  expect(records.find(({ clientId }) => clientId === amina)?.lines).toMatchObject([
    { section: 'Query.disclosures', category: 'ACCESS_HISTORY', outcome: 'PERMITTED' },
  ]);
});

const exported = async (who: 'privacy-officer' | 'clinician', parameters = '') => {
  const response = await fetch(`${hub.url}/audit/export${parameters}`, {
    headers: { authorization: `Bearer ${await hub.as(who).token()}` },
  });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
};

test('row 22: the export is NDJSON of AuditEvents, oldest first, each valid, and recorded before it leaves', async () => {
  const before = (await hub.ledger()).length;
  const { status, type, body } = await exported('privacy-officer', '?subject=dr-okafor');
  expect([status, type]).toEqual([200, 'application/fhir+ndjson']);
  const events = body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { recorded: string; meta: { profile: string[] } });
  expect(events).toHaveLength(5);
  expect(events.map(({ recorded }) => recorded)).toEqual(events.map(({ recorded }) => recorded).toSorted());
  if (existsSync(dataFolder('audit-balp'))) {
    for (const event of events) {
      const profile = event.meta.profile[0]!.replace(/^.*IHE\.BasicAudit\./, '');
      expect(faultsByProfile(event as never, profile)).toEqual([]);
    }
  }
  const records = (await hub.ledger()).slice(before);
  expect(records.map(({ operation }) => operation.name)).toEqual(expect.arrayContaining(['audit-export']));
  expect(records.some(({ lines }) => lines.some(({ section }) => section === 'GET /audit/export'))).toBe(true);
});

test('row 22: the export refuses everybody else, unknown parameters and a missing token, in the hub’s own words', async () => {
  expect((await exported('clinician')).status).toBe(403);
  expect((await exported('privacy-officer', '?colour=red')).status).toBe(400);
  expect((await fetch(`${hub.url}/audit/export`)).status).toBe(401);
  const records = await exported('privacy-officer', '?format=record&subject=dr-okafor');
  expect(JSON.parse(records.body.split('\n')[0]!)).toMatchObject({ viewer: { subject: 'dr-okafor' } });
  expect((await exported('privacy-officer', '?format=provenance&subject=dr-okafor')).body).toContain('"Provenance"');
});
