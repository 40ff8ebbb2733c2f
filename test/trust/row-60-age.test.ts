/** Goal row 60: of each fact its source, as of when it stands and how old it is; sources that disagree stand side by side. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ageOf } from '../../src/graph/age-of-record.js';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { AMINA } from '../acceptance/people.js';
import { clockAt, policySince } from '../acceptance/programmes/case-work.js';

describe('how old a record is', () => {
  test.each([
    ['2026-03-31', 'WEEK'],
    ['2026-03-24', 'WEEK'],
    ['2026-03-23T23:59:59Z', 'MONTH'],
    ['2026-02-28', 'MONTH'],
    ['2026-02-27', 'HALF_YEAR'],
    ['2025-09-29', 'HALF_YEAR'],
    ['2025-09-28', 'YEAR'],
    ['2025-03-30', 'YEAR'],
    ['2025-03-29', 'OLDER'],
    // A month or a year alone may be as old as its first day.
    ['2026-03', 'MONTH'],
    ['2026', 'HALF_YEAR'],
    ['2025', 'OLDER'],
    // A clock that is ahead of the hub's.
    ['2026-04-01', 'WEEK'],
    [null, 'UNDATED'],
    ['last spring', 'UNDATED'],
    ['2026-02-31', 'UNDATED'],
  ] as const)('%s, on 31 March 2026: %s', (recordedAt, age) => {
    expect(ageOf({ recordedAt }, '2026-03-31')).toBe(age);
  });
});

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({
    people: { AMINA: { person: AMINA } },
    clock: clockAt('2026-03-20'),
    change: policySince('2026-01-01'),
  });
});
afterAll(() => hub.close());

test('two sources that disagree about work stand side by side, each as of its own time and with its age', async () => {
  const { data, errors } = await hub.as('client:AMINA').query(
    `query Ages($by: ClientLookup!) { client(by: $by) { workStatus { ... on WorkStatus { inWork statements { inWork
      provenance { source recordedAt retrievedAt asOf age } } } } } }`,
    { by: { nhsNumber: AMINA.nhsNumber } },
  );
  expect(errors).toBeUndefined();
  const instant: unknown = expect.stringMatching(/^2026-03-20T/);
  expect(data.client.workStatus).toEqual({
    inWork: 'CONFLICTING',
    statements: [
      {
        inWork: false,
        provenance: {
          source: 'dwp-citizen',
          recordedAt: null,
          retrievedAt: instant,
          asOf: instant,
          age: 'UNDATED',
        },
      },
      {
        inWork: true,
        provenance: {
          source: 'provider-dataverse',
          recordedAt: '2026-01-05T09:30:00Z',
          retrievedAt: instant,
          asOf: '2026-01-05T09:30:00Z',
          age: 'HALF_YEAR',
        },
      },
    ],
  });
});
