import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { organisations } from '../../src/demo/organisations.js';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { must } from '../acceptance/programmes/case-work.js';
import { subscribe, transports } from './subscriber.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    people: Object.fromEntries([1, 2, 3, 4].map((index) => [`P${index}`, { person: nobodySpecial(index) }])),
  });
});
afterAll(() => hub.close());

const changed = `subscription Changed { caseChanged { organisation
  progress { __typename ... on CaseProgress { status } ... on Withheld { reason } } } }`;

test.each(transports.map((transport, index) => [transport, `P${index * 2 + 1}`, `P${index * 2 + 2}`] as const))(
  'over %s, whoever runs a case and whoever has an action in it are told, each as they may see it, and nobody else',
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
    await must(coach, 'addCaseAction', { case: second, ...action });
    expect((await runner.next())?.data.caseChanged).toEqual(whole);
    // The first that the practice is told of is the case in which it has taken something on; how it stands needs the person's word.
    expect((await practice.next())?.data.caseChanged).toEqual({
      organisation: organisations.provider.id,
      progress: { __typename: 'Withheld', reason: 'NO_CONSENT' },
    });
    const records = await hub.ledger();
    expect(records.some(({ lines }) => lines.some(({ section }) => section === 'Case.progress'))).toBe(true);
    expect(first).not.toBe(second);
    await Promise.all([runner.end(), practice.end()]);
  },
);
