/** A process that dies anywhere in a change of a case leaves nothing that the watch over the clocks does not make good: no task of what is over, no relationship beyond it. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ClientId, OrganisationId, Viewer } from '../../src/access/types.js';
import { createDirectory } from '../../src/identity/directory.js';
import { createKeyring } from '../../src/identity/keyring.js';
import { createPairwiseIds } from '../../src/identity/pairwise-id.js';
import { packageRoot } from '../../src/package-root.js';
import { parseProgrammes } from '../../src/programme/load.js';
import type { Collection, Store, Stored } from '../../src/store/port.js';
import type { TaskDocument } from '../../src/store/documents/task.js';
import type { RelationshipDocument } from '../../src/store/documents/relationship.js';
import { createCaseDesk } from '../../src/support/case-desk.js';
import { caseRelations } from '../../src/support/case-relation.js';
import { createCaseClockWatch } from '../../src/support/clock-watch.js';
import { createFollowUps } from '../../src/support/follow-ups.js';
import { dischargeCase, extendCase } from '../../src/support/manage-case.js';
import { createPlaces } from '../../src/support/places.js';
import { createSessionDesk } from '../../src/support/session-desk.js';
import { createTaskDesk } from '../../src/task/desk.js';
import { newDirectory } from '../store/engines.js';
import { Crash, crashing, crashPoints } from '../trust/crash-points.js';

const programme = 'scotland-health-and-work-support';
const name = `${programme}.2018-06-01.yaml`;
const programmes = parseProgrammes([{ name, text: readFileSync(new URL(`programmes/${name}`, packageRoot), 'utf8') }]);
const keyring = createKeyring({ 1: randomBytes(32).toString('base64') });
const coach: Viewer = {
  subject: 'coach',
  organisation: 'PATHWAYS' as OrganisationId,
  audience: 'WORK_AND_HEALTH_COACH',
  purpose: 'EMPLOYMENT_SUPPORT',
  issuer: 'test',
};
const clientId = 'client-1' as ClientId;
let today = '2019-03-04';
const now = (): number => Date.parse(`${today}T09:00:00Z`);
let place: ReturnType<typeof newDirectory>;
let store: Store;
beforeEach(async () => {
  today = '2019-03-04';
  place = newDirectory();
  store = await place.open();
});
afterEach(async () => {
  await store.close();
  await place.remove();
});

function roomsOn(own: Store) {
  const emit = (): Promise<void> => Promise.resolve();
  const directory = createDirectory({ store: own, keyring, pairwiseIds: createPairwiseIds(Buffer.alloc(32)) });
  const tasks = createTaskDesk({ store: own, keyring, emit, now });
  const followUps = createFollowUps({
    store: own,
    programmes,
    tasks,
    relations: caseRelations(directory),
    placeFreed: () => Promise.resolve(),
    now,
  });
  const places = createPlaces({ store: own, now });
  return {
    cases: createCaseDesk({ store: own, keyring, programmes, emit, followUps: followUps.person, places, now }),
    sessions: createSessionDesk({ store: own, keyring, programmes, now }),
    watch: createCaseClockWatch({ store: own, followUps, now, report: fail }),
  };
}
type Rooms = ReturnType<typeof roomsOn>;
const fail = (error: unknown): never => {
  throw error;
};
const allOf = <Document>(from: Store, collection: 'tasks' | 'relationships' | 'cases' | 'sessions') =>
  (from.collection(collection) as unknown as Collection<Stored>).find({
    index: 'id',
    where: {},
    limit: 100,
  }) as unknown as Promise<readonly Document[]>;
const openTasks = async (from: Store): Promise<readonly string[]> =>
  (await allOf<TaskDocument>(from, 'tasks'))
    .filter(({ open }) => open)
    .map(({ dedupeKey }) => dedupeKey.split(':')[2]!);
const isWorkedWith = async (from: Store): Promise<boolean> =>
  (await allOf<RelationshipDocument>(from, 'relationships')).some(({ until }) => until === undefined);

const open = ({ cases }: Rooms) =>
  cases.open(coach, 'open-the-case', {
    clientId,
    programme,
    stream: 'WORKING_HEALTH_SERVICES',
    area: 'DUNDEE',
    facts: {},
  });
const opened = async (rooms: Rooms): Promise<string> => {
  const outcome = await open(rooms);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.document.id;
};

interface Verb {
  readonly name: string;
  /** What stands before, on a store that does not crash; the case's id. */
  readonly before: (rooms: Rooms) => Promise<string>;
  readonly act: (rooms: Rooms, id: string) => Promise<unknown>;
  /** What must stand in the end, if the change itself does: whether somebody works with the person, and which clocks have tasks. */
  readonly after: { readonly related: boolean; readonly tasks: readonly string[] };
  readonly isDone: () => Promise<boolean>;
}
const inTime = async (rooms: Rooms, day: string): Promise<string> => {
  const id = await opened(rooms);
  today = day;
  await rooms.watch.watchDue();
  return id;
};
const theCase = async () => (await allOf<{ status: string; extensions: readonly unknown[] }>(store, 'cases'))[0];

const verbs: readonly Verb[] = [
  {
    name: 'opening',
    before: () => Promise.resolve(''),
    act: (rooms) => open(rooms),
    after: { related: true, tasks: [] },
    isDone: async () => (await theCase()) !== undefined,
  },
  {
    name: 'an extension',
    before: (rooms) => inTime(rooms, '2019-07-16'),
    act: ({ cases }, id) =>
      cases.change(coach, id, 'extend-the-case', {
        kind: 'EXTENDED',
        input: {},
        change: extendCase({ reason: 'COMPLEX_NEEDS' }),
      }),
    after: { related: true, tasks: ['NO_CONTACT'] },
    isDone: async () => (await theCase())?.extensions.length === 1,
  },
  {
    name: 'a discharge',
    before: (rooms) => inTime(rooms, '2019-07-24'),
    act: ({ cases }, id) =>
      cases.change(coach, id, 'end-the-case', {
        kind: 'DISCHARGED',
        input: {},
        change: dischargeCase({ reason: 'TWENTY_WEEKS', on: '2019-07-24' }),
      }),
    after: { related: false, tasks: [] },
    isDone: async () => (await theCase())?.status === 'DISCHARGED',
  },
  {
    name: 'attendance after a silence',
    before: async (rooms) => {
      const id = await inTime(rooms, '2019-04-02');
      const document = (await rooms.cases.byId(id))!;
      await rooms.sessions.book(coach, document, 'book-the-session', {
        startsAt: '2019-04-02T08:00:00.000Z',
        minutes: 30,
        mode: 'TELEPHONE',
        hostedBy: coach.organisation,
        deliveredBy: coach.organisation,
        role: 'CASE_MANAGER',
      });
      return id;
    },
    act: async ({ cases, sessions }, id) => {
      const [session] = await sessions.ofCase(id, 1);
      await sessions.close(session!, 'ATTENDED');
      await cases.attended(id, coach);
    },
    after: { related: true, tasks: [] },
    isDone: async () => (await allOf<{ state: string }>(store, 'sessions')).some(({ state }) => state === 'ATTENDED'),
  },
];

describe.each(verbs)('$name', ({ before, act, after, isDone }) => {
  test('does all that follows from it, and the next look has nothing to add', async () => {
    const rooms = roomsOn(store);
    await act(rooms, await before(rooms));
    expect({ related: await isWorkedWith(store), tasks: await openTasks(store) }).toEqual(after);
    await rooms.watch.watchDue();
    expect({ related: await isWorkedWith(store), tasks: await openTasks(store) }).toEqual(after);
  });

  test('killed at any write, is made good by the watch of the process that comes after', async () => {
    const dry = crashing(store);
    const id = await before(roomsOn(store));
    await act(roomsOn(dry.store), id);
    const points = crashPoints(dry.writes());
    expect(points.length).toBeGreaterThanOrEqual(4);
    for (const point of points) {
      await store.close();
      await place.remove();
      today = '2019-03-04';
      place = newDirectory();
      store = await place.open();
      const case_ = await before(roomsOn(store));
      const standing = { related: await isWorkedWith(store), tasks: await openTasks(store) };
      await expect(act(roomsOn(crashing(store, point).store), case_)).rejects.toThrow(Crash);
      const done = await isDone();
      // Somebody who waits for a person to come is told within a day.
      if (after.tasks.length === 0 && after.related) today = today === '2019-04-02' ? '2019-04-03' : today;
      await roomsOn(store).watch.watchDue();
      expect({ point, related: await isWorkedWith(store), tasks: await openTasks(store) }).toEqual({
        point,
        ...(done ? after : standing),
      });
    }
  });
});
