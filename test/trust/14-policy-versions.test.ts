/** Goal row 14: the sharing policy is reviewed data in dated versions, and every version that was ever active is kept. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PolicyFault, parsePolicies } from '../../src/access/policy.js';
import { createClock, startHub, type Clock, type TestHub } from '../acceptance/hub.js';
import { AMINA } from '../acceptance/people.js';
import { everyState } from '../acceptance/sections.js';
import { packageRoot } from '../../src/package-root.js';

let folder: string;
let hub: TestHub | undefined;
let shipped: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-policy-'));
  shipped = await readFile(new URL('policies/sharing.yaml', packageRoot), 'utf8');
});
afterEach(async () => {
  await hub?.close();
  hub = undefined;
  await rm(folder, { recursive: true, force: true });
});

const day = 24 * 3_600_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const version = (name: string, from: string, change = (text: string): string => text): string =>
  change(shipped.replace(/^version: .*$/m, `version: '${name}'`).replace(/^effectiveFrom: .*$/m, `effectiveFrom: ${from}`)); // prettier-ignore
const closesMeasures = (text: string): string =>
  text.replace('  # Health professionals.', `  - { id: W-09, audiences: [CLINICIAN], purposes: [DIRECT_CARE], categories: [MEASURES], basis: NEVER, because: Closed. }`); // prettier-ignore

async function start(text: string, clock: Clock = createClock()): Promise<TestHub> {
  const sharing = join(folder, 'sharing.yaml');
  await writeFile(sharing, text);
  return (hub = await startHub({
    people: { AMINA: { person: AMINA } },
    dataDirectory: join(folder, 'data'),
    clock,
    change: (settings) => ({ ...settings, policies: { sharing } }),
  }));
}
async function restart(text: string, clock?: Clock): Promise<TestHub> {
  await hub?.close();
  hub = undefined;
  return start(text, clock);
}
const measures = async (): Promise<unknown> => {
  const { data } = await hub!
    .as('clinician')
    .query(everyState(['measures']), { by: { nhsNumber: hub!.nhsNumber('AMINA') } });
  return data.client.measures;
};
const keptVersions = async () => {
  const documents = await hub!.demo.hub.services.policyArchive.all();
  return documents.map(({ id, effectiveFrom, activatedAt }) => [id, effectiveFrom, activatedAt.length]);
};

test('a version takes effect at midnight of its day, in a running hub, and both are kept', async () => {
  const clock = createClock();
  const tomorrow = dayOf(clock.now() + day);
  await start(`${version('A', '2026-01-01')}\n---\n${version('B', tomorrow, closesMeasures)}`, clock);
  expect(await measures()).toMatchObject({ __typename: 'Measures' });
  expect(await keptVersions()).toEqual([['A', '2026-01-01', 1]]);
  clock.forward(day);
  expect(await measures()).toMatchObject({ __typename: 'Withheld', rule: 'W-09' });
  expect(await keptVersions()).toEqual([
    ['A', '2026-01-01', 1],
    ['B', tomorrow, 1],
  ]);
  const named = (await hub!.ledger()).map(({ policyVersion }) => policyVersion);
  expect(named).toEqual(['A', 'B']);
});

test('a restart under the same policy activates nothing anew; going back to an older one does', async () => {
  await start(version('A', '2026-01-01'));
  await restart(version('A', '2026-01-01'));
  expect(await keptVersions()).toEqual([['A', '2026-01-01', 1]]);
  await restart(version('B', '2026-01-02'));
  await restart(`# Comments and layout are no terms.\n${version('A', '2026-01-01')}`);
  expect(await keptVersions()).toEqual([
    ['A', '2026-01-01', 2],
    ['B', '2026-01-02', 1],
  ]);
});

test('a version that is known with other terms is refused at start: a version is never re-used', async () => {
  await start(version('A', '2026-01-01'));
  await expect(restart(version('A', '2026-01-01', closesMeasures))).rejects.toThrow(
    'version A: it was active with other terms before, and a version is never re-used: give it a new one',
  );
  await restart(version('A', '2026-01-01'));
  expect(await measures()).toMatchObject({ __typename: 'Measures' });
});

test('a consent that names what a new version knows no more permits nothing, and does again where it is known', async () => {
  const forgetsCommissioning = (text: string): string =>
    text.replaceAll('purposes: [COMMISSIONING', 'purposes: [SERVICE_MANAGEMENT');
  const support = async (): Promise<object> => {
    const by = { nhsNumber: hub!.nhsNumber('AMINA') };
    const asked = 'query($by: ClientLookup!) { client(by: $by) { support { __typename ... on Withheld { reason } } } }';
    return (await hub!.as('clinician').query(asked, { by })).data.client.support as object;
  };
  await start(version('A', '2026-01-01'));
  await hub!.as('client:AMINA').record({
    client: await hub!.idFor('client', 'AMINA'),
    categories: ['SUPPORT'],
    recipients: [{ audience: 'CLINICIAN' }],
    purposes: ['DIRECT_CARE', 'COMMISSIONING'],
    evidence: { method: 'ELECTRONIC', wording: 'Yes.' },
  });
  expect(await support()).toEqual({ __typename: 'Support' });
  await restart(version('B', '2026-01-02', forgetsCommissioning));
  expect(await support()).toEqual({ __typename: 'Withheld', reason: 'CONSENT_NOT_UNDERSTOOD' });
  await restart(version('C', '2026-01-03'));
  expect(await support()).toEqual({ __typename: 'Support' });
});

test('a hub without a version for today does not start, and says when the first one begins', async () => {
  await expect(start(version('A', '2199-01-01'))).rejects.toThrow(
    /no version is in effect on .*: the first takes effect on 2199-01-01/,
  );
});

test('a policy file that cannot be read is named, with its setting', async () => {
  const nowhere = join(folder, 'nowhere.yaml');
  const change = (policies: object) => (settings: object) => ({ ...settings, policies }) as never;
  for (const setting of ['sharing', 'classification'] as const) {
    await expect(
      startHub({ people: {}, dataDirectory: join(folder, 'data'), change: change({ [setting]: nowhere }) }),
    ).rejects.toThrow(`policies.${setting}: the file ${nowhere} cannot be read (ENOENT)`);
  }
});

describe('a policy that contradicts itself is refused with the reason', () => {
  const faultsOf = (text: string): readonly string[] => {
    try {
      parsePolicies(text);
    } catch (error) {
      if (error instanceof PolicyFault) return error.faults;
      throw error;
    }
    return [];
  };

  test('a rule that an earlier one of another basis leaves nothing to decide', () => {
    const contradicting = (text: string): string =>
      text.replace('\n# Categories that can tell', `  - { id: X-01, audiences: [CLINICIAN], purposes: [DIRECT_CARE], categories: [CONDITIONALITY], basis: CONSENT, because: x }\n\n# Categories that can tell`); // prettier-ignore
    expect(faultsOf(version('A', '2026-01-01', contradicting))).toEqual([
      'rule X-01: it contradicts W-01 (NEVER), which decides first: it says CONSENT and can never fire',
    ]);
  });

  test('versions that stand twice, or not in the order in which they take effect', () => {
    const both = [version('B', '2026-02-01'), version('A', '2026-01-01'), version('B', '2026-03-01')].join('\n---\n');
    expect(faultsOf(both)).toEqual([
      'version A: it must take effect after B, which stands before it',
      'version B: it stands twice',
    ]);
  });

  test('faults of several versions are named at once, each with its place', () => {
    const faults = faultsOf(`version: ''\n---\nrules: [`);
    expect(faults.some((fault) => fault.startsWith('version 1: '))).toBe(true);
    expect(faults.some((fault) => fault.startsWith('version 2: '))).toBe(true);
    expect(faultsOf('')).not.toEqual([]);
  });
});
