/** Goal row 26: two NHS numbers that PDS says are one person's, on every path that leads to a person. */
import { afterEach, expect, test } from '@jest/globals';
import type { SandboxPerson } from '../../adapters/sandbox/person.js';
import type { NHSNumber } from '../../src/access/types.js';
import { organisations } from '../../src/demo/organisations.js';
import { createClock, startHub, type TestHub, type Who } from '../acceptance/hub.js';
import { AMINA, nobodySpecial, supportedBy } from '../acceptance/people.js';

let hub: TestHub;
afterEach(() => hub.close());

const day = 25 * 3_600_000;
const NEW: SandboxPerson = nobodySpecial(60, {
  familyName: 'Okoro',
  provider: supportedBy(60, { coachName: 'New Coach' }),
});
const OLD: SandboxPerson = nobodySpecial(61, {
  familyName: 'Okoro',
  supersededBy: NEW.nhsNumber,
  provider: supportedBy(61, { coachName: 'Old Coach', programme: 'WorkWell' }),
});
const toClinicians = {
  categories: ['SUPPORT', 'EMPLOYMENT_STATUS'],
  recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
  period: { start: '2026-01-01' },
} as const;
const permit = { effect: 'PERMIT', ...toClinicians } as const;
const deny = { effect: 'DENY', ...toClinicians, categories: ['EMPLOYMENT_STATUS'] } as const;

const look = `query($by: ClientLookup!) { client(by: $by) { id demographics { __typename ... on Demographics { name { family } } }
  support { __typename ... on Support { cases { coachName } } } employment { __typename ... on Withheld { reason } } } }`;
interface Seen {
  readonly id: string;
  readonly support: { readonly __typename: string; readonly cases: readonly { readonly coachName: string }[] };
  readonly employment: { readonly __typename: string };
}
const open = async (who: 'clinician' | 'provider-manager', by: object): Promise<Seen> =>
  (await hub.as(who).query(look, { by })).data.client as Seen;
interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
const nodes = <Node>({ edges }: Connection<Node>): readonly Node[] => edges.map(({ node }) => node);

/** PDS has both numbers as two people until `merge`; then it answers the old one with the new. */
async function startApart(options: { old?: readonly object[]; current?: readonly object[] } = {}) {
  const clock = createClock();
  hub = await startHub({
    people: {
      OLD: { person: OLD, with: ['practice', 'provider'], consents: (options.old ?? [permit]) as never },
      NEW: { person: NEW, with: ['practice', 'board'], consents: (options.current ?? [permit]) as never },
      AMINA: { person: AMINA },
    },
    traced: false,
    clock,
  });
  return clock;
}

test('every way to the old record leads to the one that stands, and both keep their ids', async () => {
  await startApart();
  const before = await hub.idFor('practice', 'OLD');
  const standing = await hub.idFor('practice', 'NEW');
  expect(before).not.toBe(standing);
  await hub.demo.hub.refresher.traceDue();
  for (const by of [{ nhsNumber: OLD.nhsNumber }, { nhsNumber: NEW.nhsNumber }, { id: before }, { id: standing }]) {
    expect([by, await open('clinician', by)]).toMatchObject([
      by,
      { id: standing, demographics: { name: { family: 'Okoro' } } },
    ]);
  }
  const entities = await hub
    .as('clinician')
    .query(`query($r: [_Any!]!) { _entities(representations: $r) { ... on Client { id } } }`, {
      r: [before, standing].map((id) => ({ __typename: 'Client', id })),
    });
  expect(entities.data._entities).toEqual([{ id: standing }, { id: standing }]);
  for (const name of ['OLD', 'NEW']) {
    expect((await hub.as(`client:${name}`).query('{ me { id } }')).data.me).toEqual({
      id: await hub.idFor('client', 'NEW'),
    });
  }
});

test('the relationships of both count, and a list shows the person once', async () => {
  await startApart();
  await hub.demo.hub.refresher.traceDue();
  // The provider knew the old number alone, the board the new one alone.
  expect(await open('provider-manager', { nhsNumber: NEW.nhsNumber })).not.toBeNull();
  const list = async (
    who: 'clinician' | 'provider-manager' | 'commissioner',
    first: number,
    after?: string,
  ): Promise<Connection<{ id: string }>> =>
    (
      await hub
        .as(who)
        .query(
          'query($first: Int!, $after: String) { clients(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
          { first, after },
        )
    ).data.clients as Connection<{ id: string }>;
  const all = await list('clinician', 50);
  const person = await hub.idFor('practice', 'NEW');
  expect(nodes(all).map(({ id }) => id)).toEqual([await hub.idFor('practice', 'AMINA'), person]);
  // However the pages are cut.
  const seen: string[] = [];
  let page = await list('clinician', 1);
  for (;;) {
    seen.push(...nodes(page).map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) break;
    page = await list('clinician', 1, page.pageInfo.endCursor);
  }
  expect(seen.filter((id) => id === person)).toHaveLength(1);
  expect((await list('provider-manager', 50)).edges).toHaveLength(2);
  expect((await list('commissioner', 50)).edges).toHaveLength(2);
});

test('what the sources hold under either is shown together, and no consent is lost', async () => {
  await startApart({ old: [permit], current: [] });
  await hub.demo.hub.refresher.traceDue();
  const client = await open('clinician', { nhsNumber: NEW.nhsNumber });
  expect(client.support.cases.map(({ coachName }) => coachName).sort()).toEqual(['New Coach', 'Old Coach']);
  expect(client.employment.__typename).toBe('Employment');
  const { data } = await hub.as('client:NEW').query('{ me { consents { id effect } } }');
  expect(data.me.consents).toHaveLength(1);
  // It can be withdrawn through the record that stands, and that holds at once.
  const { data: own } = await hub
    .as('work-and-health-coach')
    .query('query($by: ClientLookup!) { client(by: $by) { consents { id } } }', {
      by: { nhsNumber: NEW.nhsNumber },
    });
  expect(
    (await hub.as('work-and-health-coach').withdraw(own.client.consents[0].id as string)).data.withdrawConsent
      .__typename,
  ).toBe('ConsentWithdrawn');
  expect((await open('clinician', { nhsNumber: NEW.nhsNumber })).support.__typename).toBe('Withheld');
});

test.each(['old', 'current'] as const)('a refusal given under the %s number stands for the person', async (which) => {
  await startApart({
    old: which === 'old' ? [permit, deny] : [permit],
    current: which === 'current' ? [permit, deny] : [permit],
  });
  await hub.demo.hub.refresher.traceDue();
  for (const { nhsNumber } of [OLD, NEW]) {
    expect((await open('clinician', { nhsNumber })).employment).toEqual({
      __typename: 'Withheld',
      reason: 'DENIED_BY_CLIENT',
    });
  }
});

test('a refusal under the other number stops an answer that is under way when PDS joins the two', async () => {
  const clock = await startApart({ old: [permit], current: [deny] });
  // Each was traced while PDS had them apart.
  const { services } = hub.demo.hub;
  for (const person of [OLD, NEW]) {
    const document = await services.directory.byNHSNumber(person.nhsNumber as NHSNumber);
    const items = [{ ...(await traceOf(NEW)), nhsNumber: person.nhsNumber }];
    await services.tracing.demographics(document!, () =>
      Promise.resolve({ items: items as never, retrievedAt: new Date(clock.now()).toISOString(), complete: true }),
    );
  }
  const first = await hub.as('clinician').query(look, { by: { nhsNumber: OLD.nhsNumber } });
  expect(first.data.client.employment.__typename).toBe('Employment');
  clock.forward(day);
  const answer = await hub.as('clinician').query(look, { by: { nhsNumber: OLD.nhsNumber } });
  expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'CONSENT_CHANGED' } }] });
});

test('the history of both is one, in order, page by page, and nothing of it was rewritten', async () => {
  await startApart();
  const { nhsNumber } = OLD;
  await hub.as('provider-manager').query('query($by: ClientLookup!) { client(by: $by) { id } }', { by: { nhsNumber } });
  await hub
    .as('commissioner')
    .query('query($by: ClientLookup!) { client(by: $by) { id } }', { by: { nhsNumber: NEW.nhsNumber } });
  const before = await hub.ledger();
  await hub.demo.hub.refresher.traceDue();
  const page = async (after?: string): Promise<Connection<{ organisation: string }>> =>
    (
      await hub
        .as('client:NEW')
        .query(
          'query($after: String) { me { accessHistory(first: 1, after: $after) { edges { node { organisation } } pageInfo { hasNextPage endCursor } } } }',
          { after },
        )
    ).data.me.accessHistory as Connection<{ organisation: string }>;
  const seen: string[] = [];
  for (let at = await page(); ; at = await page(at.pageInfo.endCursor)) {
    seen.push(...nodes(at).map(({ organisation }) => organisation));
    if (!at.pageInfo.hasNextPage || seen.length > 20) break;
  }
  expect(seen).toEqual(expect.arrayContaining([organisations.provider.id, organisations.board.id]));
  expect((await hub.ledger()).slice(0, before.length)).toEqual(before);
});

test('the person keeps one number that PDS replaced in place, and the sources are asked under both', async () => {
  const replaced = nobodySpecial(62, {
    ...AMINA,
    nhsNumber: nobodySpecial(62).nhsNumber,
    supersededBy: nobodySpecial(63).nhsNumber,
    provider: supportedBy(62),
  });
  hub = await startHub({ people: { PERSON: { person: replaced, consents: [permit] } } });
  const id = await hub.idFor('practice', 'PERSON');
  const conditions =
    'query($by: ClientLookup!) { client(by: $by) { id conditions { ... on Conditions { items { __typename } } } support { __typename } } }';
  for (const by of [{ nhsNumber: replaced.nhsNumber }, { nhsNumber: replaced.supersededBy }, { id }]) {
    const { data } = await hub.as('clinician').query(conditions, { by });
    expect(data.client).toMatchObject({ id, support: { __typename: 'Support' } });
    // The care record still has the old number alone.
    expect(data.client.conditions.items.length).toBeGreaterThan(0);
  }
  const document = await hub.demo.hub.services.directory.byNHSNumber(replaced.nhsNumber as NHSNumber);
  expect(document?.links).toMatchObject([
    { kind: 'REKEYED', system: 'nhs-number', evidence: 'PDS_SUPERSEDED', by: { audience: 'HUB' } },
  ]);
  expect(JSON.stringify(document)).not.toContain(replaced.nhsNumber);
});

test('two records that became one are for a privacy officer of the body that runs the hub to look at, once, and unlinking closes it', async () => {
  await startApart();
  const officer = { sub: 'officer-hub', organisation: 'QZZ', role: 'PRIVACY_OFFICER', purpose: 'PRIVACY_AUDIT' };
  const list = `query($completed: Boolean!) { tasks(first: 10, filter: { kind: RECORDS_MERGED, completed: $completed }) { edges { node { outcome outcomes client { id }
    details { __typename ... on RecordsMerged { link mergedAt } } } } } }`;
  const queue = async (who: Who, completed = false): Promise<readonly MergeTask[]> =>
    nodes<MergeTask>((await hub.as(who).query(list, { completed })).data.tasks as Connection<MergeTask>);
  expect(await queue(officer)).toEqual([]);
  await hub.demo.hub.refresher.traceDue();
  await open('clinician', { nhsNumber: OLD.nhsNumber });
  const board = (name: string): Promise<string> => hub.idFor('board', name);
  const [task, ...others] = await queue(officer);
  expect(others).toEqual([]);
  expect(task).toMatchObject({
    outcome: null,
    outcomes: ['LINKED'],
    client: { id: await board('NEW') },
    details: { __typename: 'RecordsMerged', link: expect.stringMatching(/^client:[\w-]{32}$/) },
  });
  for (const who of ['privacy-officer', 'clinician', 'commissioner'] as const) expect(await queue(who)).toEqual([]);
  const { data } = await hub
    .as(officer)
    .query('mutation($input: UnlinkInput!) { unlink(input: $input) { __typename } }', {
      input: {
        idempotencyKey: 'merged-apart-1',
        client: task!.client.id,
        link: task!.details.link,
        reason: 'WRONG_PERSON',
        note: 'Two sisters.',
      },
    });
  expect(data.unlink.__typename).toBe('Unlinked');
  expect(await queue(officer)).toEqual([]);
  expect(await queue(officer, true)).toMatchObject([{ outcome: 'NOT_SAME' }]);
});
interface MergeTask {
  readonly outcome: string | null;
  readonly client: { readonly id: string };
  readonly details: { readonly link: string };
}

test('a reviewer’s word that two are not one holds against PDS', async () => {
  await startApart();
  const clients = hub.demo.hub.store.collection('clients');
  const [old, standing] = [await hub.clientId('OLD'), await hub.clientId('NEW')];
  const { version, ...document } = (await clients.get(old))!;
  await clients.replace({ ...document, keptApartFrom: [standing] }, version);
  await hub.demo.hub.refresher.traceDue();
  expect((await clients.get(old))?.mergedInto).toBeUndefined();
  expect(await open('clinician', { nhsNumber: OLD.nhsNumber })).toMatchObject({
    demographics: { __typename: 'Unavailable' },
  });
});

async function traceOf(person: SandboxPerson) {
  const { createPatients } = await import('../../adapters/nhs-pds/sandbox/patients.js');
  const { mapPatient } = await import('../../adapters/nhs-pds/mapper.js');
  return mapPatient(createPatients([person], []).all[0]!.visible);
}
