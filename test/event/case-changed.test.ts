import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { organisations } from '../../src/demo/organisations.js';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { must } from '../acceptance/programmes/case-work.js';
import { subscribe, transports } from './subscriber.js';

let hub: TestHub;
beforeAll(async () => {
  const agrees = {
    effect: 'PERMIT',
    categories: ['SUPPORT'],
    recipients: [{ kind: 'organisation', organisation: organisations.practice.id }],
    purposes: ['DIRECT_CARE'],
    period: { start: '2026-01-01' },
  } as const;
  hub = await startHub({
    people: Object.fromEntries(
      [1, 2, 3, 4].map((index) => [
        `P${index}`,
        { person: nobodySpecial(index), ...(index % 2 === 0 && { consents: [agrees] }) },
      ]),
    ),
  });
});
afterAll(() => hub.close());

const changed = `subscription Changed { caseChanged { organisation
  progress { __typename ... on CaseProgress { status } ... on Withheld { reason } } } }`;

test.each(transports.map((transport, index) => [transport, `P${index * 2 + 1}`, `P${index * 2 + 2}`] as const))(
  'over %s, whoever runs a case is told, and whoever has an action in it with the person’s word, and nobody else',
  async (transport, one, other) => {
    const coach = hub.as('work-and-health-coach');
    const open = async (name: string): Promise<string> => {
      const { id } = (await must(coach, 'openCase', {
        client: await hub.idFor('provider', name),
        programme: 'workwell',
        stream: 'GREATER_MANCHESTER',
        area: 'GREATER_MANCHESTER',
        facts: { inPaidWork: true, homePostcodeDistrict: 'M1' },
      })) as { id: string };
      return id;
    };
    const runner = await subscribe(hub, transport, 'work-and-health-coach', changed);
    const practice = await subscribe(hub, transport, 'clinician', changed);
    const first = await open(one);
    const whole = { organisation: organisations.provider.id, progress: { __typename: 'CaseProgress', status: 'OPEN' } };
    expect((await runner.next())?.data.caseChanged).toEqual(whole);
    const second = await open(other);
    expect((await runner.next())?.data.caseChanged).toEqual(whole);
    const action = { description: 'Write the fit note', strand: 'HEALTH', owner: organisations.practice.id };
    for (const id of [first, second]) {
      await must(coach, 'addCaseAction', { case: id, ...action });
      expect((await runner.next())?.data.caseChanged).toEqual(whole);
    }
    // It has taken on something in both. That anything happened in the first needs that person's word, and so it is not told.
    expect((await practice.next())?.data.caseChanged).toEqual(whole);
    const told = (await hub.ledger()).filter(({ lines }) =>
      lines.some(({ section, outcome }) => section === 'Subscription.caseChanged' && outcome === 'REFUSED'),
    );
    expect(told.length).toBeGreaterThan(0);
    const records = await hub.ledger();
    expect(records.some(({ lines }) => lines.some(({ section }) => section === 'Case.progress'))).toBe(true);
    expect(first).not.toBe(second);
    await Promise.all([runner.end(), practice.end()]);
  },
);
