/** One hub with everybody of the cases, and with all that can hang on a person: a case, a place in a group, an employer, a task. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { organisations } from '../../../src/demo/organisations.js';
import { packageRoot } from '../../../src/package-root.js';
import type { Answer } from '../../acceptance/caller.js';
import { startHub, type Clock, type TestHub, type Who } from '../../acceptance/hub.js';
import { must } from '../../acceptance/programmes/case-work.js';
import { schedule, session } from '../../acceptance/programmes/walk.js';
import { review } from '../../task/new-task.js';
import { cases, coach, newKey, people } from './cases.js';

export interface Stage {
  readonly hub: TestHub;
  readonly names: readonly string[];
  /** The case of each person whom the provider supports, by the hub's own id. */
  readonly caseOf: ReadonlyMap<string, string>;
  /** As the provider has it. */
  readonly employer: string;
  /** The day from which another version of the programme would treat every case differently. */
  readonly otherVersion: string;
  /** The hub's clock. */
  readonly now: () => number;
  ask(who: Who, query: string, variables?: object): Promise<Answer>;
  /** A person's id as a caller is given it. */
  idFor(who: Who, name: string): Promise<string>;
  /** A case's id as a caller is given it. */
  caseFor(who: Who, name: string): Promise<string>;
  raiseTask(name: string): Promise<void>;
  close(): Promise<void>;
}

export const programme = 'workwell';
const otherVersion = '2027-01-01';

export async function setStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-every-path-'));
  await cp(fileURLToPath(new URL('programmes/', packageRoot)), folder, { recursive: true });
  const now = await readFile(join(folder, 'workwell.2024-10-01.yaml'), 'utf8');
  const later = now.replace('2024-10-01', otherVersion).replace('after: { weeks: 8 }', 'after: { weeks: 6 }');
  await writeFile(join(folder, `workwell.${otherVersion}.yaml`), later);
  // Everything was said in the evening, so that the day of the test, the next, is one on which nothing changed.
  const clock = clockAtTen();
  const hub = await startHub({
    clock,
    people: people(),
    directory: true,
    change: (settings) => ({ ...settings, programmes: folder }),
  });
  clock.forward(3 * 3_600_000);
  for (const [name, { then }] of Object.entries(cases)) await then?.(hub, name);
  const { directory, pairwiseIds } = hub.demo.hub.services;
  const supported = Object.entries(cases).flatMap(([name, each]) => (each.with ? [] : [name]));
  const { employer, caseOf } = await support(hub, supported, clock.now());
  const organisationOf = async (who: Who) =>
    (await hub.as(who).query('{ viewer { organisation } }')).data.viewer.organisation as never;
  const stage: Stage = {
    hub,
    names: Object.keys(cases),
    caseOf,
    employer,
    otherVersion,
    now: clock.now,
    ask: (who, query, variables) => hub.as(who).query(query, variables),
    idFor: async (who, name) => directory.pairwiseId(await organisationOf(who), await hub.clientId(name)),
    caseFor: async (who, name) => pairwiseIds.encode(await organisationOf(who), 'case', caseOf.get(name) ?? ''),
    raiseTask: async (name) => {
      await hub.demo.hub.services.tasks.raise({
        ...review(newKey(), { now: clock.now(), clientId: await hub.clientId(name) }),
        owner: { organisation: organisations.provider.id, audience: 'WORK_AND_HEALTH_COACH' },
      });
    },
    close: async () => {
      await hub.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  for (const name of supported) await stage.raiseTask(name);
  return stage;
}

/** What the provider does for everybody whom it works with. */
async function support(hub: TestHub, names: readonly string[], now: number) {
  const { pairwiseIds } = hub.demo.hub.services;
  const caller = hub.as(coach);
  const record = `mutation($input: RecordEmployerInput!) { recordEmployer(input: $input) { ... on EmployerRecorded { employer { id } } } }`;
  const input = { idempotencyKey: newKey(), name: 'Broadland Bakery', headcount: 90, postcodeDistrict: 'NR1', organisation: 'BROADLAND-BAKERY' }; // prettier-ignore
  const employer = (await caller.query(record, { input })).data.recordEmployer.employer.id as string;
  const startsAt = new Date(now + 7 * 86_400_000).toISOString();
  const sitting = { startsAt, mode: 'IN_PERSON', role: 'WORK_HEALTH_COACH' };
  const planned = (await schedule(caller, { programme, capacity: 100, weeks: 1, sitting })) as {
    sessions: { id: string }[];
  };
  const group = planned.sessions[0]!.id;
  const caseOf = new Map<string, string>();
  for (const name of names) {
    const client = await hub.idFor('provider', name);
    const facts = { inPaidWork: true, strugglingAtWork: true, hasHealthCondition: true, homePostcodeDistrict: 'N15' };
    const area = 'NORTH_CENTRAL_LONDON';
    const { id } = (await must(caller, 'openCase', { client, programme, stream: area, area, facts })) as { id: string };
    caseOf.set(name, pairwiseIds.decode(organisations.provider.id, 'case', id)!);
    // A manager does: a person may have said no to the coach.
    await session(hub.as('provider-manager'), 'joinGroupSession', { case: id, group });
    await caller.query(
      `mutation($input: RecordSupportedStaffInput!) { recordSupportedStaff(input: $input) { __typename } }`,
      { input: { idempotencyKey: newKey(), employer, client, since: '2026-02-02' } },
    );
    await caller.query(
      `mutation($input: ProposeAdjustmentInput!) { proposeAdjustment(input: $input) { __typename } }`,
      { input: { idempotencyKey: newKey(), employer, client, type: 'EQUIPMENT', wording: 'A stool.', seenByPerson: true } },
    ); // prettier-ignore
  }
  return { employer, caseOf };
}

/** Ten in the evening of today: no policy need have been in effect before. */
function clockAtTen(): Clock {
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  let offset = Date.parse(`${today}T22:00:00Z`) - Date.now();
  return { now: () => Date.now() + offset, forward: (ms) => void (offset += ms) };
}
