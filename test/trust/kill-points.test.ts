/** A crash between any two steps of a change of identity leaves nothing or all of it, or what the next attempt completes; nobody is lost or made twice. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ClientId, NHSNumber, OrganisationId } from '../../src/access/types.js';
import { createDirectory } from '../../src/identity/directory.js';
import { createKeyring } from '../../src/identity/keyring.js';
import { createLinks } from '../../src/identity/links.js';
import { createMatchDesk } from '../../src/identity/matching/desk.js';
import { createLinkMatch } from '../../src/identity/matching/link.js';
import { testNHSNumber } from '../../src/identity/nhs-number.js';
import type { MatchProposal } from '../../src/identity/matching/proposal.js';
import { createPairwiseIds } from '../../src/identity/pairwise-id.js';
import { createSuperseded } from '../../src/identity/superseded.js';
import { createUnlinking } from '../../src/identity/unlink.js';
import { parseMatchModel } from '../../src/identity/matching/model.js';
import { packageRoot } from '../../src/package-root.js';
import { readFileSync } from 'node:fs';
import type { ClientDocument } from '../../src/store/documents.js';
import type { TaskDocument } from '../../src/store/documents/task.js';
import type { MatchDocument } from '../../src/store/documents/match.js';
import type { Collection, Store, Stored } from '../../src/store/port.js';
import { createTaskDesk } from '../../src/task/desk.js';
import { newDirectory } from '../store/engines.js';
import { Crash, crashing, crashPoints } from './crash-points.js';

const now = (): number => Date.UTC(2026, 10, 25);
const at = new Date(now()).toISOString();
const operator = 'QZZ' as OrganisationId;
const keyring = createKeyring({ 1: randomBytes(32).toString('base64') });
const model = parseMatchModel(readFileSync(new URL('policies/matching.yaml', packageRoot), 'utf8'));
const [OLD, NEW] = [testNHSNumber(801), testNHSNumber(802)];
const officer = { subject: 'officer', organisation: operator, audience: 'PRIVACY_OFFICER' } as const;

let place: ReturnType<typeof newDirectory>;
let store: Store;
beforeEach(async () => {
  place = newDirectory();
  store = await place.open();
});
afterEach(async () => {
  await store.close();
  await place.remove();
});

const roomsOn = (own: Store) => {
  const directory = createDirectory({ store: own, keyring, pairwiseIds: createPairwiseIds(Buffer.alloc(32)) });
  const links = createLinks({ store: own, keyring, subjectOf: directory.subjectOf, now });
  const tasks = createTaskDesk({ store: own, keyring, emit: () => Promise.resolve(), now });
  return {
    directory,
    links,
    tasks,
    superseded: createSuperseded({ store: own, keyring, tasks, now, operator }),
    unlinking: createUnlinking({ store: own, keyring, directory, tasks, now }),
    matches: createMatchDesk({
      store: own,
      keyring,
      tasks,
      model,
      operator,
      link: createLinkMatch({ directory, links }),
      now,
    }),
  };
};
type Rooms = ReturnType<typeof roomsOn>;
const mergeTasks = async (): Promise<readonly TaskDocument[]> =>
  ((await allOf('tasks')) as TaskDocument[]).filter(({ kind }) => kind === 'RECORDS_MERGED');
const allOf = (name: 'tasks' | 'clients' | 'identifiers' | 'relationships' | 'unlinks' | 'matches') =>
  (store.collection(name) as unknown as Collection<Stored>).find({ index: 'id', where: {}, limit: 1000 });
const enrol = ({ directory }: Rooms, nhsNumber: NHSNumber): Promise<ClientId> =>
  directory.enrol({ nhsNumber, nino: 'ZZ100000A', externalIds: { 'provider-dataverse': 'contact' }, enrolledAt: at });

interface Change {
  readonly name: string;
  readonly prepare: (rooms: Rooms) => Promise<void>;
  readonly act: (rooms: Rooms) => Promise<unknown>;
  /** What the hub does by itself, or the caller by the same call again, after a crash. */
  readonly resume: (rooms: Rooms) => Promise<unknown>;
  /** What may be seen in between. */
  readonly always: (rooms: Rooms) => Promise<void>;
  readonly finally: (rooms: Rooms) => Promise<void>;
}

const search = () =>
  Promise.resolve({
    items: [
      {
        nhsNumber: NEW,
        names: [{ use: 'usual', family: 'Okonkwo', given: ['Grace'], periodEnd: null }],
        birthDate: '1984-02-29',
        addresses: [],
        sex: 'female',
      },
    ],
    retrievedAt: at,
    complete: true,
  }) as never;
const proposal: MatchProposal = {
  description: { familyName: 'Okonkwo', givenName: 'Grace', birthDate: '1984-02-29', sex: 'female' },
  externalIds: { 'provider-dataverse': 'contact' },
  relationships: [{ organisation: 'PATHWAYS' as OrganisationId, kind: 'SUPPORT_PROVIDER', since: at }],
};
const requester = { subject: 'coach', organisation: 'PATHWAYS' as OrganisationId };
const request = ({ matches }: Rooms) => matches.request(requester, 'STAFF', proposal);
const theMatch = async (): Promise<MatchDocument> => (await allOf('matches'))[0] as MatchDocument;

const changes: readonly Change[] = [
  {
    name: 'enrolment',
    prepare: () => Promise.resolve(),
    act: (rooms) => enrol(rooms, OLD),
    resume: (rooms) => enrol(rooms, OLD),
    always: async ({ directory }) => {
      const client = await directory.byNHSNumber(OLD);
      if (client) expect(directory.subjectOf(client).nhsNumber).toBe(OLD);
    },
    finally: async ({ directory }) => {
      expect(await directory.byNHSNumber(OLD)).toBeDefined();
      expect(await allOf('identifiers')).toHaveLength(1);
    },
  },
  {
    name: 'the merging of two records',
    prepare: async (rooms) => {
      await enrol(rooms, OLD);
      await enrol(rooms, NEW);
    },
    act: async ({ directory, superseded }) =>
      superseded.join((await directory.byNHSNumber(OLD))!, { old: OLD, current: NEW }),
    resume: async ({ directory, superseded }) => {
      const client = (await directory.byNHSNumber(OLD))!;
      // As the next trace of the old number does, if there is still something to do.
      if (directory.subjectOf(client).nhsNumber === OLD) await superseded.join(client, { old: OLD, current: NEW });
    },
    always: async ({ directory }) => {
      for (const number of [OLD, NEW]) expect(await directory.byNHSNumber(number)).toBeDefined();
      expect(await allOf('clients')).toHaveLength(2);
      // Records that have become one have somebody who looks at it.
      const merged = ((await allOf('clients')) as ClientDocument[]).filter(
        ({ mergedInto }) => mergedInto !== undefined,
      );
      expect((await mergeTasks()).length).toBeGreaterThanOrEqual(merged.length);
    },
    finally: async ({ directory }) => {
      const [old, current] = [await directory.byNHSNumber(OLD), await directory.byNHSNumber(NEW)];
      expect(old?.id).toBe(current?.id);
      expect((await directory.mergedInto([current!.id])).get(current!.id)).toHaveLength(1);
      expect(await mergeTasks()).toMatchObject([{ open: true, clientId: current!.id, organisation: operator }]);
    },
  },
  {
    name: 'the taking apart of two records',
    prepare: async (rooms) => {
      await enrol(rooms, OLD);
      await enrol(rooms, NEW);
      await rooms.superseded.join((await rooms.directory.byNHSNumber(OLD))!, { old: OLD, current: NEW });
    },
    act: async ({ directory, unlinking }) => {
      const standing = (await directory.byNHSNumber(NEW))!;
      const [record] = (await directory.mergedInto([standing.id])).get(standing.id)!;
      await unlinking.unlink('two', standing, officer, {
        system: 'client',
        record: record!.id,
        reason: 'WRONG_PERSON',
        note: 'No.',
      });
    },
    resume: async ({ unlinking }) => unlinking.finishDue(),
    always: async ({ directory }) => {
      for (const number of [OLD, NEW]) expect(await directory.byNHSNumber(number)).toBeDefined();
    },
    finally: async ({ directory, unlinking }) => {
      const [old, current] = [(await directory.byNHSNumber(OLD))!, (await directory.byNHSNumber(NEW))!];
      const [decision] = await unlinking.unlinksOf([current.id]);
      if (decision) expect(decision.state).toBe('DONE');
      expect(old.id === current.id).toBe(decision === undefined);
      expect(await mergeTasks()).toMatchObject([decision ? { open: false, outcome: 'NOT_SAME' } : { open: true }]);
    },
  },
  {
    name: 'the search for somebody described',
    prepare: async (rooms) => {
      await request(rooms);
    },
    act: ({ matches }) => matches.workDue(search),
    resume: ({ matches }) => matches.workDue(search),
    always: async (rooms) => {
      const { state, id } = await theMatch();
      expect(await rooms.directory.byNHSNumber(NEW)).toBeUndefined();
      // Who waits for a decision has somebody who must take it.
      if (state === 'POSSIBLE') expect(await rooms.tasks.byKey('MATCH_REVIEW', id)).toBeDefined();
    },
    finally: async (rooms) => {
      const { state, id } = await theMatch();
      expect(state).toBe('POSSIBLE');
      expect(await rooms.tasks.byKey('MATCH_REVIEW', id)).toMatchObject({ open: true });
    },
  },
  {
    name: 'the decision that a possible match is one person',
    prepare: async (rooms) => {
      await request(rooms);
      await rooms.matches.workDue(search);
    },
    act: async (rooms) => rooms.matches.decide(await theMatch(), officer, 'LINK', 'Yes.'),
    resume: async (rooms) => {
      await rooms.matches.workDue(search);
      await rooms.matches.decide(await theMatch(), officer, 'LINK', 'Yes.');
    },
    always: async () => {
      expect((await allOf('matches')).length).toBe(1);
      expect((await allOf('relationships')).length).toBeLessThanOrEqual(1);
    },
    finally: async (rooms) => {
      const client = await rooms.directory.byNHSNumber(NEW);
      expect(rooms.directory.subjectOf(client!).externalIds).toEqual({ 'provider-dataverse': 'contact' });
      expect(client?.links).toHaveLength(1);
      expect(await allOf('relationships')).toHaveLength(1);
      const { state, id, clientId } = await theMatch();
      expect([state, clientId]).toEqual(['LINKED', client?.id]);
      expect(await rooms.tasks.byKey('MATCH_REVIEW', id)).toMatchObject({ open: false, outcome: 'LINKED' });
    },
  },
  {
    name: 'the decision that they are two people',
    prepare: async (rooms) => {
      await request(rooms);
      await rooms.matches.workDue(search);
    },
    act: async (rooms) => rooms.matches.decide(await theMatch(), officer, 'NOT_SAME', 'No.'),
    resume: async (rooms) => rooms.matches.decide(await theMatch(), officer, 'NOT_SAME', 'No.'),
    always: async ({ directory }) => expect(await directory.byNHSNumber(NEW)).toBeUndefined(),
    finally: async (rooms) => {
      const { state, id } = await theMatch();
      expect(state).toBe('NOT_SAME');
      expect(await rooms.tasks.byKey('MATCH_REVIEW', id)).toMatchObject({ open: false, outcome: 'NOT_SAME' });
    },
  },
  {
    name: 'the taking away of a wrong link',
    prepare: async (rooms) => {
      await enrol(rooms, OLD);
    },
    act: async ({ directory, unlinking }) =>
      unlinking.unlink('one', (await directory.byNHSNumber(OLD))!, officer, {
        system: 'provider-dataverse',
        reason: 'WRONG_PERSON',
        note: 'No.',
      }),
    resume: async ({ unlinking }) => unlinking.finishDue(),
    always: async ({ directory }) => expect(await directory.byNHSNumber(OLD)).toBeDefined(),
    finally: async ({ directory, unlinking }) => {
      const client = (await directory.byNHSNumber(OLD))!;
      const [decision] = await unlinking.unlinksOf([client.id]);
      // Nothing, where it died before the decision was stored; else all.
      if (!decision) expect(directory.subjectOf(client).externalIds).toEqual({ 'provider-dataverse': 'contact' });
      else {
        expect(decision.state).toBe('DONE');
        expect(directory.subjectOf(client).externalIds).toEqual({});
        expect(client.links).toMatchObject([{ kind: 'UNLINKED' }]);
      }
    },
  },
];

describe.each(changes)('$name', ({ prepare, act, resume, always, finally: end }) => {
  test('cut at any write, is nothing or all, and is whole after the next attempt', async () => {
    await prepare(roomsOn(store));
    const { store: counted, writes } = crashing(store);
    await act(roomsOn(counted));
    await end(roomsOn(store));
    const every = crashPoints(writes());
    expect(every.length).toBeGreaterThanOrEqual(2);
    for (const point of every) {
      await store.close();
      await place.remove();
      place = newDirectory();
      store = await place.open();
      await prepare(roomsOn(store));
      await expect(act(roomsOn(crashing(store, point).store))).rejects.toBeInstanceOf(Crash);
      await always(roomsOn(store));
      await resume(roomsOn(store));
      await always(roomsOn(store));
      await end(roomsOn(store));
    }
  });
});
