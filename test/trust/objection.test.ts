/** Whether a client's no is heard where the law lets an organisation do without their yes: each such rule says so itself, and why. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decide } from '../../src/access/decide.js';
import { parsePolicy, PolicyFault } from '../../src/access/policy.js';
import { supposedConsent } from '../../src/access/supposed.js';
import type { AccessRequest } from '../../src/access/types.js';
import { organisations } from '../../src/demo/organisations.js';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { AMINA } from '../acceptance/people.js';
import { subscribe } from '../event/subscriber.js';
import { review } from '../task/new-task.js';
import { coachAsks, policy } from './consent-samples.js';

describe('in the policy', () => {
  test('a no is heard against the record of a provider, and not against a claim, a referral’s progress or accountability', () => {
    const heard = policy.terms.rules.flatMap(({ id, objection }) => (objection ? [[id, objection.heard]] : []));
    expect(Object.fromEntries(heard)).toEqual({
      'J-01': false,
      'P-01': true,
      'P-03': true,
      'R-02': false,
      'G-01': false,
      'G-02': false,
    });
  });

  test('every rule by statute decides as it says, for every caller, purpose and category that it names', () => {
    for (const { id, basis, audiences, purposes, categories, objection } of policy.terms.rules) {
      if (basis !== 'STATUTE') continue;
      for (const audience of audiences)
        for (const purpose of purposes)
          for (const category of categories) {
            if (policy.ruleFor(audience, purpose, category)?.id !== id) continue;
            const request: AccessRequest = coachAsks({
              category,
              viewer: { ...coachAsks().viewer, audience, purpose },
            });
            const no = supposedConsent('DENY', request);
            expect([id, decide(policy, [], request).permitted]).toEqual([id, true]);
            const { permitted, consents, reason } = decide(policy, [no], request);
            expect([id, permitted, reason]).toEqual([id, !objection?.heard, objection?.heard ? 'DENIED_BY_CLIENT' : undefined]); // prettier-ignore
            expect(consents).toEqual(objection?.heard ? ['supposed@1'] : []);
            // A no to the data of some days leaves the rest.
            const some = { ...no, dataPeriod: { start: '2022-01-01', end: '2022-12-31' } };
            expect(decide(policy, [some], request).dataPeriods !== undefined).toBe(objection?.heard);
          }
    }
  });

  const text = (rule: string): string => `version: 'X'
effectiveFrom: 2026-01-01
rules: [{ id: T-01, audiences: [CLINICIAN], purposes: [DIRECT_CARE], categories: [SUPPORT], because: x, ${rule} }]
locationCategories: []
consentRecorders: []
`;
  test('a version that does not say it hears none, as those before it did', () => {
    const old = parsePolicy(text('basis: STATUTE'));
    const request = coachAsks({
      category: 'SUPPORT',
      viewer: { ...coachAsks().viewer, audience: 'CLINICIAN', purpose: 'DIRECT_CARE' },
    });
    expect(decide(old, [supposedConsent('DENY', request)], request)).toMatchObject({ permitted: true, consents: [] });
  });

  test.each(['CONSENT', 'DIRECT_CARE', 'SUBJECT_ACCESS', 'NEVER'])('a rule by %s cannot say it: its basis does', (basis) => {
    expect(() => parsePolicy(text(`basis: ${basis}, objection: { heard: false, because: x }`))).toThrow(PolicyFault);
  }); // prettier-ignore
});

describe('in a hub', () => {
  let hub: TestHub;
  const no = { effect: 'DENY' as const, period: { start: '2026-01-01' } };
  beforeAll(async () => {
    const provider = { kind: 'organisation' as const, organisation: organisations.provider.id };
    const jobcentre = { kind: 'organisation' as const, organisation: organisations.jobcentre.id };
    hub = await startHub({
      people: {
        AMINA: {
          person: AMINA,
          consents: [
            { ...no, categories: ['SUPPORT'], recipients: [provider], purposes: ['EMPLOYMENT_SUPPORT'] },
            { ...no, categories: ['BENEFITS'], recipients: [jobcentre], purposes: [] },
          ],
        },
      },
    });
  });
  afterAll(() => hub.close());

  interface Told {
    readonly basis: string;
    readonly consequenceOfRefusal: string;
  }
  const support = 'support { __typename ... on Withheld { reason rule } }';
  const denied = { __typename: 'Withheld', reason: 'DENIED_BY_CLIENT', rule: 'P-01' };

  test('the coach is shown nothing of it, asked or pushed, and the provider is not asked', async () => {
    const coach = 'work-and-health-coach';
    const subscriber = await subscribe(hub, 'WebSocket', coach, `subscription { taskRaised { client { ${support} } } }`); // prettier-ignore
    hub.forget();
    await hub.demo.hub.services.tasks.raise({
      ...review('objection-1', { now: Date.now(), clientId: await hub.clientId('AMINA') }),
      owner: { organisation: organisations.provider.id, audience: 'WORK_AND_HEALTH_COACH' },
    });
    expect((await subscriber.next())?.data.taskRaised.client.support).toEqual(denied);
    await subscriber.end();
    const by = { nhsNumber: hub.nhsNumber('AMINA') };
    const { data } = await hub
      .as(coach)
      .query(`query($by: ClientLookup!) { client(by: $by) { ${support} employment { __typename } } }`, { by });
    expect(data.client).toEqual({ support: denied, employment: { __typename: 'Employment' } });
    const lines = (await hub.ledger()).flatMap((record) => record.lines);
    expect(lines.filter(({ section }) => section === 'Client.support')).toMatchObject([
      { outcome: 'REFUSED', basis: 'STATUTE', reason: 'DENIED_BY_CLIENT', consents: [expect.any(String)] },
      { outcome: 'REFUSED', basis: 'STATUTE', reason: 'DENIED_BY_CLIENT', consents: [expect.any(String)] },
    ]);
  });

  test('the manager of the provider still is where the client named another purpose, and DWP is whatever the client says', async () => {
    const by = { nhsNumber: hub.nhsNumber('AMINA') };
    const ask = async (who: Parameters<TestHub['as']>[0], fields: string): Promise<unknown> =>
      (await hub.as(who).query(`query($by: ClientLookup!) { client(by: $by) { ${fields} } }`, { by })).data.client;
    expect(await ask('provider-manager', support)).toEqual({ support: { __typename: 'Support' } });
    expect(await ask('work-coach', 'benefits { __typename }')).toEqual({ benefits: { __typename: 'Benefits' } });
  });

  test('what follows from a no is told by the rule, not by its basis alone', async () => {
    const told = async (who: Parameters<TestHub['as']>[0], client: string, category: string): Promise<Told> => {
      const asked =
        'query($client: ID!, $category: DataCategory!) { explainAccess(client: $client, category: $category) { basis consequenceOfRefusal } }';
      const { data } = await hub.as(who).query(asked, { client, category });
      return data.explainAccess as Told;
    };
    const coach = await told('work-and-health-coach', await hub.idFor('provider', 'AMINA'), 'SUPPORT');
    const workCoach = await told('work-coach', await hub.idFor('jobcentre', 'AMINA'), 'BENEFITS');
    expect([coach.basis, workCoach.basis]).toEqual(['STATUTE', 'STATUTE']);
    expect(coach.consequenceOfRefusal).toContain('and is heard');
    expect(workCoach.consequenceOfRefusal).toContain('A no changes nothing here');
  });
});
