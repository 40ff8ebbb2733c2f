/* eslint-disable @typescript-eslint/no-unsafe-argument -- a test reads any field of any answer */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/package-root.js';
import { startHub, type TestHub } from './hub.js';
import { nobodySpecial } from './people.js';
import { attempt, clockAt, must, policySince, readCase, type Any } from './programmes/case-work.js';

const clock = clockAt('2024-11-04');
let folder: string;
let hub: TestHub;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-versions-'));
  await cp(fileURLToPath(new URL('programmes/', packageRoot)), folder, { recursive: true });
  const text = await readFile(join(folder, 'workwell.2024-10-01.yaml'), 'utf8');
  const next = text
    .replace('effectiveFrom: 2024-10-01', 'effectiveFrom: 2025-01-01')
    .replace('after: { weeks: 8 }', 'after: { weeks: 6 }')
    .replace('rule: person.age >= 16', 'rule: person.age >= 18');
  await writeFile(join(folder, 'workwell.2025-01-01.yaml'), next);
  hub = await startHub({
    clock,
    people: Object.fromEntries([1, 2, 3, 4].map((index) => [`P${index}`, { person: nobodySpecial(index) }])),
    change: (settings) => ({ ...policySince('2024-01-01')(settings), programmes: folder }),
  });
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

const coach = () => hub.as('work-and-health-coach');
const opened = async (name: string, area: string, facts: object): Promise<Any> =>
  must(coach(), 'openCase', {
    client: await hub.idFor('provider', name),
    programme: 'workwell',
    stream: area,
    area,
    facts: { hasHealthCondition: true, ...facts },
  });
const changes = async (to: string, who = coach()): Promise<Any> =>
  who.query(
    `query Change($to: Date!) { programmeVersionChange(programme: "workwell", to: $to) { edges { node { case { id programmeVersion }
      difference { from to outcome otherOutcome plannedEndOn otherPlannedEndOn } } } } }`,
    { to },
  );

test('a new version says which open cases it would treat differently, and changes none', async () => {
  const atWork = await opened('P1', 'NORTH_CENTRAL_LONDON', {
    inPaidWork: true,
    strugglingAtWork: true,
    homePostcodeDistrict: 'N15',
  });
  const young = await opened('P2', 'GREATER_MANCHESTER', {
    inPaidWork: false,
    age: 17,
    mayWorkInUK: true,
    homePostcodeDistrict: 'M5',
  });
  // Out of work in London, and of age in Manchester: the same under both.
  await opened('P3', 'NORTH_CENTRAL_LONDON', { inPaidWork: false, homePostcodeDistrict: 'N15' });
  const ended = await opened('P4', 'GREATER_MANCHESTER', {
    inPaidWork: false,
    age: 17,
    mayWorkInUK: true,
    homePostcodeDistrict: 'M5',
  });
  await must(coach(), 'dischargeCase', { case: ended.id, reason: 'WITHDREW' });

  const { data } = await changes('2025-01-01');
  const both = { from: '2024-10-01', to: '2025-01-01' };
  expect(data.programmeVersionChange.edges).toEqual([
    {
      node: {
        case: { id: young.id, programmeVersion: '2024-10-01' },
        difference: {
          ...both,
          outcome: 'ELIGIBLE',
          otherOutcome: 'NOT_ELIGIBLE',
          plannedEndOn: null,
          otherPlannedEndOn: null,
        },
      },
    },
    {
      node: {
        case: { id: atWork.id, programmeVersion: '2024-10-01' },
        difference: {
          ...both,
          outcome: 'ELIGIBLE',
          otherOutcome: 'ELIGIBLE',
          plannedEndOn: '2024-12-30',
          otherPlannedEndOn: '2024-12-16',
        },
      },
    },
  ]);
  expect((await changes('2024-10-01')).data.programmeVersionChange.edges).toEqual([]);
  expect((await changes('2024-10-02')).errors).toMatchObject([
    { message: 'to is no version of this programme.', extensions: { code: 'BAD_INPUT' } },
  ]);
  expect((await changes('2025-01-01', hub.as('work-coach'))).data.programmeVersionChange.edges).toEqual([]);

  // Once it holds, new cases begin under it, and those that were open stay where they began.
  clock.to('2025-01-06');
  expect((await readCase(coach(), atWork.id)).progress.plannedEndOn).toBe('2024-12-30');
  await must(coach(), 'dischargeCase', { case: atWork.id, reason: 'STAYED_IN_WORK' });
  const again = await opened('P1', 'NORTH_CENTRAL_LONDON', {
    inPaidWork: true,
    strugglingAtWork: true,
    homePostcodeDistrict: 'N15',
  });
  expect(again).toMatchObject({ programmeVersion: '2025-01-01', progress: { plannedEndOn: '2025-02-17' } });
  expect(await attempt(coach(), 'extendCase', { case: again.id, reason: 'ANY' })).toMatchObject({
    reason: 'NOT_IN_PROGRAMME',
  });
});
