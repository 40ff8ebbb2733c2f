/** Goal rows 10 and 15: what is pushed is decided as what is asked for, at the moment in which it leaves. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { organisations } from '../../src/demo/organisations.js';
import { startHub, type Enrolment, type TestHub } from '../acceptance/hub.js';
import { AMINA } from '../acceptance/people.js';
import { subscribe, transports } from '../event/subscriber.js';
import { review } from '../task/new-task.js';

let hub: TestHub;
afterEach(() => hub.close());

type Terms = NonNullable<Enrolment['consents']>[number];
const permit: Terms = {
  effect: 'PERMIT',
  categories: ['FIT_NOTES', 'CONDITIONS', 'MENTAL_HEALTH_CONDITIONS', 'BENEFITS'],
  recipients: [{ kind: 'organisation', organisation: organisations.provider.id }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
};
const sections = `fitNotes { __typename ... on FitNotes { items { assessmentDate } } ... on Withheld { reason rule } }
  conditions { __typename ... on Conditions { items { classification } withheld { category reason } } ... on Withheld { reason rule } }
  observations { __typename ... on Withheld { reason rule } }
  contact { __typename ... on Withheld { reason rule } }
  support { __typename }`;
let keys = 0;
/** A task for the coaches of the provider, so that one of them is pushed the client whom it is about. */
const raise = async () =>
  hub.demo.hub.services.tasks.raise({
    ...review(`push-${(keys += 1)}`, { now: Date.now(), clientId: await hub.clientId('AMINA') }),
    owner: { organisation: organisations.provider.id, audience: 'WORK_AND_HEALTH_COACH' },
  });

describe.each(transports)('over %s', (transport) => {
  test.each<[string, readonly Terms[], Enrolment['person']['restriction']]>([
    ['with a consent', [permit], 'U'],
    ['without any', [], 'U'],
    ['with a no besides the yes', [permit, { ...permit, effect: 'DENY', categories: ['FIT_NOTES'] }], 'U'],
    ['with a consent that has ended', [{ ...permit, period: { start: '2026-01-01', end: '2026-02-01' } }], 'U'],
    ['with a consent to data of a period', [{ ...permit, dataPeriod: { start: '2026-08-01' } }], 'U'],
    ['of a restricted person', [{ ...permit, categories: [...permit.categories, 'CONTACT'] }], 'R'],
  ])('%s, a push shows what a query shows, byte for byte', async (_case, consents, restriction) => {
    hub = await startHub({ people: { AMINA: { person: { ...AMINA, restriction }, consents } } });
    const subscriber = await subscribe(
      hub,
      transport,
      'work-and-health-coach',
      `subscription { taskRaised { client { ${sections} } } }`,
    );
    await raise();
    const pushed = await subscriber.next();
    const asked = await hub
      .as('work-and-health-coach')
      .query(`query($by: ClientLookup!) { client(by: $by) { ${sections} } }`, {
        by: { nhsNumber: hub.nhsNumber('AMINA') },
      });
    expect(pushed?.errors).toBeUndefined();
    expect(JSON.stringify(pushed?.data.taskRaised.client)).toBe(JSON.stringify(asked.data.client));
    const lines = (await hub.ledger())
      .slice(-2)
      .map(({ lines }) => lines.map(({ section, outcome, rule, basis }) => [section, outcome, rule, basis]));
    expect(lines[0]).toEqual(lines[1]);
    await subscriber.end();
  });

  test('a withdrawal between two events takes its sections out of the second', async () => {
    hub = await startHub({ people: { AMINA: { person: AMINA, consents: [permit] } } });
    const asked = `subscription { taskRaised { client { ${sections} } } }`;
    const subscriber = await subscribe(hub, transport, 'work-and-health-coach', asked);
    await raise();
    expect((await subscriber.next())?.data.taskRaised.client.fitNotes.__typename).toBe('FitNotes');
    const { data } = await hub.as('client:AMINA').query('{ me { consents { id } } }');
    await hub.as('client:AMINA').withdraw(data.me.consents[0].id as string);
    hub.forget();
    await raise();
    expect((await subscriber.next())?.data.taskRaised.client.fitNotes).toEqual({
      __typename: 'Withheld',
      reason: 'CONSENT_WITHDRAWN',
      rule: 'P-02',
    });
    expect(hub.asked()['nhs-care-record']).toBe(0);
    await subscriber.end();
  });

  test('a withdrawal while an event is on its way leaves nothing of it, and the ledger says so', async () => {
    hub = await startHub({
      people: { AMINA: { person: AMINA, consents: [permit] } },
      latency: { 'nhs-care-record': 1_000 },
    });
    const asked = 'subscription { taskRaised { client { fitNotes { __typename } } } }';
    const subscriber = await subscribe(hub, transport, 'work-and-health-coach', asked);
    const { data } = await hub.as('client:AMINA').query('{ me { consents { id } } }');
    hub.forget();
    await raise();
    while (hub.asked()['nhs-care-record'] === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await hub.as('client:AMINA').withdraw(data.me.consents[0].id as string);
    expect(await subscriber.next()).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'CONSENT_CHANGED', owner: 'HUB' } }],
    });
    // Not always the last: the task that the withdrawal itself raises is pushed too.
    expect((await hub.ledger()).map(({ lines }) => lines.map(({ outcome }) => outcome))).toContainEqual(['CHANGED']);
    await subscriber.end();
  });
});
