/** Goal rows 30 and 67: a wrong link is taken away, nothing of its history is lost, and all that went through it is listed. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Answer } from '../acceptance/caller.js';
import { createClock, startHub, type TestHub, type Who } from '../acceptance/hub.js';
import { nobodySpecial, supportedBy } from '../acceptance/people.js';

let hub: TestHub;
afterEach(() => hub.close());

const day = 25 * 3_600_000;
const clock = createClock();
const permit = {
  effect: 'PERMIT',
  categories: ['SUPPORT', 'EMPLOYMENT_STATUS', 'REFERRALS'],
  recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
  period: { start: '2026-01-01' },
} as const;
const NEW = nobodySpecial(100, { provider: supportedBy(100, { coachName: 'New Coach' }) });
const people = {
  /** Enrolled with a provider's contact that is somebody else's. */
  WRONG: { person: nobodySpecial(101, { provider: supportedBy(101) }), consents: [permit] },
  OWNER: { person: nobodySpecial(102), consents: [permit] },
  ELSEWHERE: { person: nobodySpecial(103), with: ['jobcentre'] as const },
  NEW: { person: NEW, consents: [permit] },
  OLD: {
    person: nobodySpecial(104, {
      supersededBy: NEW.nhsNumber,
      provider: supportedBy(104, { coachName: 'Old Coach', programme: 'WorkWell' }),
    }),
    consents: [permit],
  },
};
const start = async (): Promise<TestHub> => (hub = await startHub({ people, clock }));

const look = (name: string, who: Who = 'clinician') =>
  hub
    .as(who)
    .query(
      `query Look($by: ClientLookup!) { client(by: $by) { id support { __typename ... on Support { cases { coachName } } } fitNotes { __typename } } }`,
      { by: { nhsNumber: hub.nhsNumber(name) } },
    );
let keys = 0;
const newKey = (): string => `unlink-key-${(keys += 1)}`;
const linkFields = `key system state since until evidence decidedBy reason disclosures(first: 100) { edges { cursor node { at organisation subject audience purpose categories correlationId } } }`;
const unlink = async (input: object, who: Who = 'privacy-officer'): Promise<Answer> =>
  hub
    .as(who)
    .query(
      `mutation Unlink($input: UnlinkInput!) { unlink(input: $input) { __typename ... on Unlinked { link { ${linkFields} } } ... on LinkRefused { reason message } } }`,
      { input: { idempotencyKey: newKey(), reason: 'WRONG_PERSON', note: 'The provider called.', ...input } },
    );
interface Link {
  readonly key: string;
  readonly system: string;
  readonly state: string;
  readonly disclosures: {
    readonly edges: readonly {
      readonly node: {
        readonly correlationId: string;
        readonly subject: string;
        readonly categories: readonly string[];
      };
    }[];
  };
}
const linksOf = async (name: string, who: Who = 'privacy-officer'): Promise<readonly Link[]> =>
  (
    await hub.as(who).query(`query($by: ClientLookup!) { client(by: $by) { links { ${linkFields} } } }`, {
      by: { id: await hub.idFor('practice', name) },
    })
  ).data.client.links as Link[];
interface Entry {
  readonly sentence: string;
  readonly correction: string | null;
}
const history = async (name: string): Promise<readonly Entry[]> =>
  (
    (
      await hub
        .as(`client:${name}`)
        .query('{ me { accessHistory(first: 100) { edges { node { sentence correction } } } } }')
    ).data.me.accessHistory.edges as { node: Entry }[]
  ).map(({ node }) => node);

describe('a provider’s contact that was somebody else’s', () => {
  test('is taken away, lists every disclosure that was made through it, and corrects the history of both people', async () => {
    await start();
    const through = [await look('WRONG'), await look('WRONG')];
    expect(through[0]?.data.client.support.__typename).toBe('Support');
    // Neither of these went through the link.
    await hub.as('clinician').query('query($by: ClientLookup!) { client(by: $by) { fitNotes { __typename } } }', {
      by: { nhsNumber: hub.nhsNumber('WRONG') },
    });
    await look('OWNER');
    const before = await hub.ledger();
    const expected = before
      .filter(({ lines }) =>
        lines.some(({ outcome, sources }) => outcome === 'PERMITTED' && sources.includes('provider-dataverse')),
      )
      .filter(({ clientId }) => clientId !== undefined)
      .map(({ correlationId }) => correlationId);

    const [link] = (await linksOf('WRONG')).filter(({ system }) => system === 'provider-dataverse');
    const answer = await unlink({
      client: await hub.idFor('practice', 'WRONG'),
      link: link?.key,
      belongsTo: await hub.idFor('practice', 'OWNER'),
    });
    const { disclosures, ...unlinked } = answer.data.unlink.link;
    expect(unlinked).toMatchObject({
      system: 'provider-dataverse',
      state: 'UNLINKED',
      evidence: 'ROSTER',
      reason: 'WRONG_PERSON',
    });
    expect(disclosures.edges).toHaveLength(2);
    for (const { node } of disclosures.edges) {
      expect(node).toMatchObject({
        organisation: 'Y90001',
        subject: 'dr-okafor',
        audience: 'CLINICIAN',
        categories: ['SUPPORT'],
      });
      expect(expected).toContain(node.correlationId);
    }

    // The next answer has nothing of it, and no source is asked for it.
    hub.forget();
    expect((await look('WRONG')).data.client.support.__typename).toBe('NoRecord');
    expect(hub.asked()['provider-dataverse']).toBe(0);
    const wrong = (await history('WRONG')).filter(({ correction }) => correction !== null);
    expect(wrong).toHaveLength(2);
    expect(wrong[0]?.correction).toBe(
      'Some of what they were shown was about somebody else, by mistake. The mistake has been put right.',
    );
    const owners = (await history('OWNER')).filter(({ correction }) => correction !== null);
    expect(owners).toHaveLength(2);
    expect(owners[0]?.correction).toBe(
      'What they were shown of you stood in somebody else’s record, by mistake. The mistake has been put right.',
    );
    // What was written is as it was.
    expect((await hub.ledger()).slice(0, before.length)).toEqual(before);
    // The identifier can now be linked to the person whose it is.
    const { services } = hub.demo.hub;
    const contact = people.WRONG.person.provider?.contactId ?? '';
    expect(
      await services.links.link(
        await hub.clientId('OWNER'),
        { system: 'provider-dataverse', value: contact },
        {
          evidence: 'CORRECTION',
          by: { subject: 'officer-byrne', organisation: 'Y90001' as never, audience: 'PRIVACY_OFFICER' },
        },
      ),
    ).toBe('LINKED');
    expect((await look('OWNER')).data.client.support.__typename).toBe('Support');
    // Another in its place is refused: the one that is there would be lost without a word.
    expect(
      await services.links.link(
        await hub.clientId('OWNER'),
        { system: 'provider-dataverse', value: 'somebody-else' },
        {
          evidence: 'CORRECTION',
          by: { subject: 'officer-byrne', organisation: 'Y90001' as never, audience: 'PRIVACY_OFFICER' },
        },
      ),
    ).toBe('LINKED_OTHERWISE');
    expect((await look('OWNER')).data.client.support.__typename).toBe('Support');
    // That is no mistake: it comes after.
    expect((await history('OWNER')).filter(({ correction }) => correction !== null)).toHaveLength(2);
  });

  test('the same call again is the same decision; another is told that there is no such link', async () => {
    await start();
    const input = {
      client: await hub.idFor('practice', 'WRONG'),
      link: 'provider-dataverse',
      idempotencyKey: newKey(),
    };
    const first = await unlink(input);
    clock.forward(1_000);
    expect(await unlink(input)).toEqual(first);
    expect((await unlink({ ...input, idempotencyKey: newKey() })).data.unlink).toMatchObject({ reason: 'NOT_FOUND' });
    expect((await unlink({ ...input, note: 'Another.' })).data.unlink).toMatchObject({
      reason: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect((await linksOf('WRONG')).filter(({ state }) => state === 'UNLINKED')).toHaveLength(1);
  });

  test('is for a privacy officer, and for a client of their organisation', async () => {
    await start();
    for (const who of ['clinician', 'work-and-health-coach', 'client:WRONG'] as const) {
      const client = await hub.idFor(
        who === 'clinician' ? 'practice' : who === 'client:WRONG' ? 'client' : 'provider',
        'WRONG',
      );
      expect((await unlink({ client, link: 'provider-dataverse' }, who)).data.unlink).toMatchObject({
        reason: 'NOT_PERMITTED',
      });
    }
    const { directory } = hub.demo.hub.services;
    const elsewhere = directory.pairwiseId('Y90001' as never, await hub.clientId('ELSEWHERE'));
    for (const input of [
      { client: elsewhere, link: 'nino' },
      { client: await hub.idFor('practice', 'WRONG'), link: 'nino', belongsTo: elsewhere },
      { client: await hub.idFor('practice', 'WRONG'), link: 'nothing' },
    ]) {
      expect((await unlink(input)).data.unlink).toMatchObject({ reason: 'NOT_FOUND' });
    }
    // The client may see what is linked, and not who was told.
    const own = await hub.as('client:WRONG').query('{ me { links { system state evidence } } }');
    expect(own.data.me.links).toEqual([
      { system: 'nino', state: 'LINKED', evidence: 'ROSTER' },
      { system: 'provider-dataverse', state: 'LINKED', evidence: 'ROSTER' },
    ]);
    const told = await hub
      .as('client:WRONG')
      .query('{ me { links { disclosures { withheld { category } edges { node { subject } } } } } }');
    for (const { disclosures } of told.data.me.links) {
      expect(disclosures).toEqual({ withheld: { category: 'ACCESS_HISTORY' }, edges: [] });
    }
    expect(
      (
        await hub.as('clinician').query('query($by: ClientLookup!) { client(by: $by) { links { key } } }', {
          by: { nhsNumber: hub.nhsNumber('WRONG') },
        })
      ).data.client.links,
    ).toEqual([]);
  });

  test('nothing of the identifier stands in the clear', async () => {
    await start();
    await unlink({ client: await hub.idFor('practice', 'WRONG'), link: 'provider-dataverse' });
    const { store } = hub.demo.hub;
    const client = await store.collection('clients').get(await hub.clientId('WRONG'));
    const unlinks = await store.collection('unlinks').find({ index: 'state', where: { state: 'DONE' }, limit: 10 });
    expect(unlinks).toHaveLength(1);
    expect(JSON.stringify([client, unlinks])).not.toMatch(/00000000-0000-4000-8000-000000000101|The provider called/);
  });
});

describe('a record that PDS joined, and that is another person’s after all', () => {
  test('stands for itself again, with what was its own; what was shown meanwhile is listed, and no trace joins them again', async () => {
    await start();
    const seen = await look('NEW');
    expect(seen.data.client.support.cases).toHaveLength(2);
    const [link] = (await linksOf('NEW')).filter(({ system }) => system === 'client');
    expect(link?.disclosures.edges.map(({ node }) => node.subject)).toContain('dr-okafor');
    await unlink({ client: await hub.idFor('practice', 'NEW'), link: link?.key });
    await hub.demo.hub.refresher.traceDue();
    expect((await look('NEW')).data.client.support.cases).toEqual([{ coachName: 'New Coach' }]);
    const old = await look('OLD');
    expect(old.data.client.support.cases).toEqual([{ coachName: 'Old Coach' }]);
    expect(old.data.client.id).not.toBe(seen.data.client.id);
    const record = await hub.demo.hub.store.collection('clients').get(await hub.clientId('OLD'));
    expect(record).toMatchObject({
      links: [
        { kind: 'MERGED', evidence: 'PDS_SUPERSEDED' },
        { kind: 'SEPARATED', reason: 'WRONG_PERSON' },
      ],
      keptApartFrom: [await hub.clientId('NEW')],
      restriction: 'UNKNOWN',
    });
    expect(record?.trace).toBeUndefined();
    clock.forward(day);
    await hub.demo.hub.refresher.traceDue();
    expect((await hub.demo.hub.store.collection('clients').get(await hub.clientId('OLD')))?.mergedInto).toBeUndefined();
    // The person who has the old number reads what was shown of them in the other's record.
    expect((await history('OLD')).filter(({ correction }) => correction !== null)).toHaveLength(1);
    expect((await history('NEW')).filter(({ correction }) => correction !== null)).toHaveLength(1);
  });
});

test('what was decided and not yet done is finished at the next start', async () => {
  await start();
  const { unlinking, directory } = hub.demo.hub.services;
  const id = await hub.clientId('WRONG');
  const client = (await directory.byIds([id])).get(id);
  await hub.demo.hub.store.collection('unlinks').insert({
    id: 'decided-before-a-crash',
    clientId: id,
    system: 'nino',
    since: client?.enrolledAt ?? '',
    state: 'DECIDED',
    reason: 'WRONG_PERSON',
    by: { subject: 's', organisation: 'Y90001' as never, audience: 'PRIVACY_OFFICER' },
    decidedAt: new Date(clock.now()).toISOString(),
  });
  expect((await linksOf('WRONG')).map(({ system, state }) => `${system} ${state}`)).toContain('nino LINKED');
  await unlinking.finishDue();
  expect((await linksOf('WRONG')).map(({ system, state }) => `${system} ${state}`)).toEqual([
    'provider-dataverse LINKED',
    'nino UNLINKED',
  ]);
});
