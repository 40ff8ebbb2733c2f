/** Goal row 68: who asks by number for many people who are not theirs is stopped, and somebody is told. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { testNHSNumber } from '../../src/identity/nhs-number.js';
import { createClock, startHub, type Claims, type TestHub, type Who } from '../acceptance/hub.js';
import { AMINA, nobodySpecial } from '../acceptance/people.js';

const probing = { misses: 5, minutes: 60 };
const practice = 'Y90001';
const gp: Claims = { sub: 'dr-okafor', organisation: practice, role: 'CLINICIAN', purpose: 'DIRECT_CARE' };
const colleague: Claims = { ...gp, sub: 'dr-lane' };
const officer: Claims = {
  sub: 'officer-byrne',
  organisation: practice,
  role: 'PRIVACY_OFFICER',
  purpose: 'PRIVACY_AUDIT',
};

let hub: TestHub;
const clock = createClock();
afterEach(() => hub.close());
async function start(dataDirectory?: string): Promise<void> {
  hub = await startHub({
    clock,
    people: {
      AMINA: { person: AMINA },
      ...Object.fromEntries(
        Array.from({ length: 8 }, (_, index) => [
          `OTHERS${index}`,
          { person: nobodySpecial(40 + index), with: ['jobcentre'] as const },
        ]),
      ),
    },
    change: (settings) => ({ ...settings, probing }),
    ...(dataDirectory !== undefined && { dataDirectory }),
  });
}

const look = 'query L($by: ClientLookup!) { client(by: $by) { id } }';
/** What a look by number comes to: found, nobody, or the code of a refusal. */
async function looksUp(who: Who, nhsNumber: string): Promise<string> {
  const { data, errors } = await hub.as(who).query(look, { by: { nhsNumber } });
  await hub.demo.hub.services.misses.counted();
  if (errors) return String(errors[0]?.extensions.code);
  return data.client === null ? 'nobody' : 'found';
}
const unknown = (index: number): string => testNHSNumber(5_000 + index);
const others = (index: number): string => hub.nhsNumber(`OTHERS${index}`);
async function tries(who: Who, number: (index: number) => string, count: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (let index = 0; index < count; index += 1) found.push(await looksUp(who, number(index)));
  return found;
}
async function alarms(who: Who = officer): Promise<readonly object[]> {
  const text =
    '{ tasks(first: 50, filter: { kind: PROBING_SUSPECTED }) { edges { node { state client { id } details { ... on SuspectedProbing { subject misses minutes } } } } } }';
  const { data, errors } = await hub.as(who).query(text);
  expect(errors).toBeUndefined();
  return (data.tasks.edges as { node: object }[]).map(({ node }) => node);
}
const spent = [...Array.from({ length: 5 }, () => 'nobody'), 'TOO_MANY_MISSES', 'TOO_MANY_MISSES'];

describe('a caller who asks for many', () => {
  test('is refused at the same question whether the people are known to the hub or not', async () => {
    await start();
    expect(await tries(gp, unknown, 7)).toEqual(spent);
    expect(await tries(colleague, others, 7)).toEqual(spent);
  });

  test('is refused for whomever they ask then, their own patients too, and opens an emergency all the same', async () => {
    await start();
    expect(await looksUp(gp, AMINA.nhsNumber)).toBe('found');
    await tries(gp, unknown, 5);
    expect(await looksUp(gp, AMINA.nhsNumber)).toBe('TOO_MANY_MISSES');
    // By id nobody can be guessed.
    const { data } = await hub.as(gp).query(look, { by: { id: await hub.idFor('practice', 'AMINA') } });
    expect(data.client).not.toBeNull();
    const input = {
      idempotencyKey: 'probing-1',
      client: { nhsNumber: others(0) },
      reason: 'RISK_TO_LIFE',
      note: 'Found unconscious.',
    };
    const text = 'mutation($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { __typename } }';
    expect((await hub.as(gp).query(text, { input })).data.openEmergencyAccess.__typename).toBe('EmergencyAccessOpened');
    expect(await looksUp(colleague, AMINA.nhsNumber)).toBe('found');
  });

  test('is told to the privacy officer of their organisation once, with no word of whom they asked for', async () => {
    await start();
    await tries(gp, unknown, 4);
    expect(await alarms()).toEqual([]);
    await tries(gp, others, 3);
    const details = { subject: 'dr-okafor', misses: 5, minutes: 60 };
    expect(await alarms()).toEqual([{ state: 'OPEN', client: null, details }]);
    expect(await alarms({ ...officer, organisation: 'PATHWAYS' })).toEqual([]);
    // Whoever asked does not say of themself that it was right, should they look after privacy too.
    const { data } = await hub
      .as(officer)
      .query('{ tasks(first: 1, filter: { kind: PROBING_SUSPECTED }) { edges { node { id } } } }');
    const input = {
      idempotencyKey: 'probing-2',
      task: data.tasks.edges[0].node.id as string,
      outcome: 'JUSTIFIED',
      reason: 'It was me.',
    };
    const text =
      'mutation($input: CompleteTaskInput!) { completeTask(input: $input) { __typename ... on TaskRefused { reason } } }';
    const themself: Claims = { ...officer, sub: 'dr-okafor' };
    const own = await hub.as(themself).query(text, { input });
    expect(own.data.completeTask).toEqual({ __typename: 'TaskRefused', reason: 'NOT_PERMITTED' });
  });

  test('may ask again when the questions are old, and every one stands in the ledger, those that were refused too', async () => {
    await start();
    await tries(gp, unknown, 7);
    const misses = (await hub.ledger()).filter(({ lines }) => lines.some(({ outcome }) => outcome === 'NOT_FOUND'));
    expect(misses).toHaveLength(7);
    clock.forward(61 * 60_000);
    expect(await looksUp(gp, AMINA.nhsNumber)).toBe('found');
    expect(await looksUp(gp, unknown(9))).toBe('nobody');
  });

  test('does not begin anew with a restart of the hub', async () => {
    const kept = await mkdtemp(join(tmpdir(), 'hub-probing-'));
    await start(kept);
    await tries(gp, unknown, 5);
    await hub.close();
    await start(kept);
    // The first question after it is answered; counted with those before, it was one too many.
    expect(await looksUp(gp, unknown(6))).toBe('nobody');
    expect(await looksUp(gp, unknown(7))).toBe('TOO_MANY_MISSES');
    expect(await alarms()).toHaveLength(1);
  });
});
