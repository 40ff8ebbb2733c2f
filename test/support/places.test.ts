import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/package-root.js';
import { parseProgrammes } from '../../src/programme/load.js';
import { placesLeft, type Taken } from '../../src/programme/places.js';
import type { Store } from '../../src/store/port.js';
import { createPlaces } from '../../src/support/places.js';
import { engines, type Place } from '../store/engines.js';
import { caseOfSupport } from '../store/samples.js';

const name = 'workwell.2024-10-01.yaml';
const text = readFileSync(new URL(`programmes/${name}`, packageRoot), 'utf8').replace(
  /^capacity:[^]*$/m,
  'capacity:\n  - { places: 2 }\n  - { people: 3, area: BLACKBURN }\n',
);
const workwell = parseProgrammes([{ name, text }]).versions('workwell')[0]!;
const blackburn = { area: 'BLACKBURN', stream: 'BLACKBURN' };
const manchester = { area: 'GREATER_MANCHESTER', stream: 'GREATER_MANCHESTER' };

describe('the places that are left', () => {
  const taken = (...counts: readonly [open: number, people: number][]): readonly Taken[] =>
    counts.map(([open, people], at) => ({ ...(at === 0 ? blackburn : manchester), open, people }));
  test.each([
    ['the tightest line counts', blackburn, taken([0, 2]), false, 1],
    ['another area has lines of its own', manchester, taken([0, 3]), false, 2],
    ['open cases anywhere take the places of all', manchester, taken([1, 1], [1, 1]), false, 0],
    ['who comes again takes nobody’s place among people', blackburn, taken([0, 3]), true, 2],
    ['but does take an open place', blackburn, taken([2, 3]), true, 0],
    ['more than there should be leave none, and not fewer than none', blackburn, taken([9, 9]), false, 0],
  ] as const)('%s', (_name, where, counts, again, left) => {
    expect(placesLeft(workwell, where, counts, again)).toBe(left);
  });
});

describe.each(engines)('places that are given on $engine', ({ newPlace }) => {
  let place: Place;
  let store: Store;
  let time: number;
  beforeEach(async () => {
    time = Date.UTC(2025, 0, 6);
    place = newPlace();
    store = await place.open();
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });
  const give = (caseId: string) =>
    createPlaces({ store, now: () => time }).give(workwell, { ...manchester, caseId, entry: 'FIRST' });

  test('count before the case is written, and are free again where it never was', async () => {
    expect([await give('a'), await give('b'), await give('c')]).toEqual(['GIVEN', 'GIVEN', 'FULL']);
    expect(await give('a')).toBe('GIVEN');
    time += 60_001;
    expect(await give('c')).toBe('GIVEN');
  });

  test('are not refused because a case is written while they are counted, and so is counted twice', async () => {
    expect(await give('a')).toBe('GIVEN');
    const cases = store.collection('cases');
    let written = false;
    const countBy: typeof cases.countBy = async (...asked) => {
      const entry = { programme: 'workwell', ...manchester, entry: 'FIRST', status: 'OPEN' } as const;
      if (!written) await cases.insert({ ...caseOfSupport('a'), ...entry });
      written = true;
      return cases.countBy(...asked);
    };
    const collection = ((name: string) =>
      name === 'cases' ? { ...cases, countBy } : store.collection(name as 'cases')) as unknown as Store['collection'];
    const places = createPlaces({ store: { ...store, collection }, now: () => time });
    expect(await places.give(workwell, { ...manchester, caseId: 'b', entry: 'FIRST' })).toBe('GIVEN');
    expect(await give('c')).toBe('FULL');
  });

  test('are given to as many as there are, whoever asks in the same moment', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(give));
    expect(answers.filter((answer) => answer === 'GIVEN')).toHaveLength(2);
  });
});
