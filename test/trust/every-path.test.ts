/**
 * Goal row 15: one case table that runs on every path to the same fact. Each case of the decision is a person; each path shows of each
 * person, byte for byte, what the section shows, and nobody whom it does not. The paths are read from the contract: one that nobody
 * has put in the table fails it.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Who } from '../acceptance/hub.js';
import { cases, clinician, coach, nightDoctor } from './every-path/cases.js';
import { doors as doorsOfContract, fieldsOf, rootFields } from './every-path/contract.js';
import { answersOf } from './every-path/answers.js';
import { changingDoors, doors, type Door, type Shown } from './every-path/doors.js';
import { byForeignIds } from './every-path/by-foreign-ids.js';
import { elsewhere, personless } from './every-path/elsewhere.js';
import { sections } from './every-path/selection.js';
import { setStage, type Stage } from './every-path/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Each path that changes nothing is walked once by each caller. */
const walked = new Map<string, Promise<Shown>>();
const walk = (door: Door, who: Who): Promise<Shown> => {
  const key = JSON.stringify([door.name, who]);
  const known = walked.get(key) ?? door.walk(stage, who);
  walked.set(key, known);
  return known;
};
/** What the section says of everybody to a caller: by what all the other paths are measured. */
const sectionsFor = (who: Who): Promise<Shown> => walk(doors[0]!, who);

describe('what the section itself says is what the case asks for', () => {
  const rows = Object.entries(cases).flatMap(([name, { says, finds }]) =>
    finds.map(([who, expected]) => [says, name, who, expected] as const),
  );
  test.each(rows)('%s (%s), for %j', async (_says, name, who, expected) => {
    const found = (await sectionsFor(who)).get(await stage.idFor(who, name));
    if (expected === null) {
      expect(found).toBeUndefined();
      return;
    }
    const shown = JSON.parse(found ?? '{}') as Readonly<Record<string, { __typename?: string; reason?: string }>>;
    for (const [section, state] of Object.entries(expected)) {
      const said = shown[section]?.__typename === 'Withheld' ? shown[section].reason : shown[section]?.__typename;
      expect([name, section, said ?? '']).toEqual([name, section, state]);
    }
  });
});

const everybodyHere: Who = 'provider-manager';
const callers: readonly Who[] = [coach, clinician, everybodyHere, nightDoctor, 'commissioner', 'privacy-officer', 'client:PARENT', 'client:PERMITS']; // prettier-ignore
/** A colleague of those who run the cases, who has no part in them. */
const besides = ['CLINICIAN', 'COMMISSIONER', 'PRIVACY_OFFICER', 'EMPLOYER'].map((role, index) => ({
  sub: `colleague-${index}`,
  organisation: 'PATHWAYS',
  role,
  purpose: ['DIRECT_CARE', 'COMMISSIONING', 'PRIVACY_AUDIT', 'EMPLOYMENT_SUPPORT'][index],
}));

/** Whoever a path shows, it shows as the section does. @returns whom it shows */
async function showsWhatTheSectionShows(door: Door, who: Who): Promise<Shown> {
  const [shown, expected] = await Promise.all([walk(door, who), sectionsFor(who)]);
  for (const [id, text] of shown) expect([door.name, who, text]).toEqual([door.name, who, expected.get(id)]);
  return shown;
}

/** Those colleagues are for the paths that lead through what their organisation does. */
const isThroughWork = ({ covers }: Door): boolean => covers.length > 1 && !covers.includes('Query.clients');

describe.each(doors.map((door) => [door.name, door] as const))('%s', (_name, door) => {
  test.each([...callers, ...(isThroughWork(door) ? besides : [])])(
    '%j sees what the section shows them, and nobody else',
    async (who) => {
      await showsWhatTheSectionShows(door, who);
    },
  );
});

const ofCases = ['of a case', 'in the list of cases', 'in the cases of one manager', 'in the cases of a programme', 'in the cases by their end', 'in what another version changes', 'in the roster of a group', 'in one’s own cases', 'in the answer of a change', 'pushed with a case over WebSocket', 'pushed with a case over server-sent events']; // prettier-ignore
const ofStaff = ['as an employer’s staff', 'as one employer’s staff'];

/** Whom a path must show to a caller to whom it is open: of those whom the section shows, who is on it at all. */
async function expectedOn(path: string, who: Who): Promise<readonly string[]> {
  const found = await sectionsFor(who);
  const supported = new Set(await Promise.all([...stage.caseOf.keys()].map((name) => stage.idFor(who, name))));
  const isOn = ([id, text]: readonly [string, string]): boolean => {
    if (toEverybody.includes(path) || ofTheirs.includes(path)) return true;
    const { cases } = JSON.parse(text) as { cases: { withheld: object | null } };
    // What the section of the cases withholds, no way to a case shows.
    return supported.has(id) && (!ofCases.includes(path) || cases.withheld === null);
  };
  return [...found].filter(isOn).map(([id]) => id).sort(); // prettier-ignore
}
const toEverybody = ['by NHS number', 'by id', 'by alias, fragments and directives'];
const ofTheirs = [...toEverybody, 'in the list', 'in a filtered list', 'as an entity'];

describe('a path that is open to a caller shows them everybody whom the section does', () => {
  const ofOrganisation = ofCases.slice(0, 8);
  const openTo: readonly (readonly [Who, readonly string[]])[] = [
    [coach, [...ofTheirs, ...ofOrganisation, ...ofStaff, 'in the list of tasks']],
    [everybodyHere, [...ofTheirs, ...ofOrganisation, ...ofStaff]],
    [clinician, [...ofTheirs, 'of a case', 'in one’s own cases']],
    ['commissioner', ofTheirs],
    ['privacy-officer', [...ofTheirs, 'of a case', 'in one’s own cases']],
    [nightDoctor, [...toEverybody, 'as an entity']],
    ['client:PARENT', toEverybody],
    ['client:PERMITS', [...toEverybody, 'as oneself', 'as an entity', 'in one’s own cases']],
    ...besides.map((who) => [who, ofOrganisation] as const),
  ];
  test.each(openTo.flatMap(([who, names]) => names.map((name) => [name, who] as const)))(
    '%s, %j',
    async (name, who) => {
      const shown = await walk(
        doors.find((door) => door.name === name)!,
        who,
      );
      expect([...shown.keys()].sort()).toEqual(await expectedOn(name, who));
    },
  );

  test('which is somebody for most, and for some is not all', async () => {
    const counts = await Promise.all([coach, everybodyHere, clinician, besides[0]!].map((who) => expectedOn('of a case', who))); // prettier-ignore
    for (const [index, { length }] of counts.entries()) expect([index, length > 0, length < stage.caseOf.size]).toEqual([index, true, index !== 1]); // prettier-ignore
  });
});

describe.each(changingDoors.map((door) => [door.name, door] as const))('%s', (name, door) => {
  test('a coach sees what the section shows them', async () => {
    const shown = await showsWhatTheSectionShows(door, coach);
    expect([...shown.keys()].sort()).toEqual(await expectedOn(name, coach));
  });
});

describe('a path that tells of the decision, and not of the data, tells of the same decision', () => {
  test.each(answersOf)('$name', async ({ agrees }) => {
    expect(await agrees(stage, sectionsFor)).toBeGreaterThan(20);
  });
});

describe('a caller who does not say all that the decision needs', () => {
  test.each([
    ['purpose', 401],
    ['role', 401],
    ['organisation', 401],
    ['sub', 401],
  ])('is refused on every path for want of a %s, before anything is asked for', async (claim, status) => {
    const { sub, organisation, role, purpose } = { sub: 'coach-shah', organisation: 'PATHWAYS', role: 'WORK_AND_HEALTH_COACH', purpose: 'EMPLOYMENT_SUPPORT' }; // prettier-ignore
    const { [claim]: _left, ...rest } = { sub, organisation, role, purpose } as Record<string, string>;
    stage.hub.forget();
    const bodies = new Set<string>();
    const before = (await stage.hub.ledger()).length;
    for (const field of ['{ viewer { role: audience } }', '{ clients { edges { node { id } } } }', '{ cases { edges { node { id } } } }', '{ tasks { edges { node { id } } } }']) {
      const answer = await stage.hub.as(rest).send(field);
      expect(answer.status).toBe(status);
      bodies.add(answer.body);
    } // prettier-ignore
    expect(bodies.size).toBe(1);
    expect(Object.values(stage.hub.asked())).toEqual([0, 0, 0, 0]);
    expect((await stage.hub.ledger()).length).toBe(before);
  });
});

describe('nothing of the contract is left out', () => {
  const covered = new Set([...doors, ...changingDoors].flatMap(({ covers }) => covers));
  const told = new Set(answersOf.flatMap(({ covers }) => covers));

  test('every field of a client is asked for on every path', () => {
    expect(Object.keys(sections).sort()).toEqual([...fieldsOf('Client')].sort());
  });

  test('every field that leads to a client, or to a record with sections, is a path of the table or stands with the test that walks it', () => {
    const known = (field: string) => covered.has(field) || told.has(field) || field in elsewhere;
    expect(doorsOfContract().filter((field) => !known(field))).toEqual([]);
  });

  test('every root field is a path of the table, or stands with the test that walks it, or tells of nobody', () => {
    const known = (field: string) =>
      covered.has(field) || told.has(field) || field in elsewhere || field in personless || field in byForeignIds;
    expect(rootFields().filter((field) => !known(field))).toEqual([]);
  });

  /** Fields on the way to a door, and what federation adds. */
  const besidesDoors = ['Query._entities', 'Query._service', 'Employer.staffSupported', 'Client.cases', 'SupportedStaffRecorded.employer', 'TaskCompleted.task', 'Client.trackedReferrals', 'TrackedReferral.duplicates']; // prettier-ignore
  test('what the table names is there', () => {
    const all = new Set([...doorsOfContract(), ...rootFields(), ...besidesDoors]);
    const named = [...covered, ...told, ...Object.keys(elsewhere), ...Object.keys(personless), ...Object.keys(byForeignIds)];
    expect(named.filter((field) => !all.has(field))).toEqual([]);
  }); // prettier-ignore
});
