import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countRate, inForceOn, type RateDefinition, type RatedCase } from '../../src/report/rates.js';
import { employmentStatusCodes, type EmploymentStatusCode } from '../../src/support/words.js';
import { snapshotPoints, type SnapshotPoint } from '../../src/programme/words.js';

const before: RateDefinition = {
  code: 'EMPLOYMENT',
  name: 'In paid work',
  since: '2016-03-01',
  says: 'Everybody.',
  leavesOut: ['CAME_AGAIN'],
  inPaidWorkAt: ['DISCHARGE', 'MONTHS_3', 'MONTHS_6'],
};
const after: RateDefinition = { ...before, since: '2024-04-01', leavesOut: ['CAME_AGAIN', 'IN_PAID_WORK_AT_ENTRY'] };

const rated = (
  statuses: Partial<Record<SnapshotPoint, EmploymentStatusCode>>,
  entry: RatedCase['entry'] = 'FIRST',
): RatedCase => ({
  entry,
  snapshots: Object.entries(statuses).map(([point, employmentStatus]) => ({
    point: point as SnapshotPoint,
    on: '2024-05-01',
    recordedAt: '2024-05-01T09:00:00Z',
    employmentStatus,
  })),
});
const rateOf = (definition: RateDefinition, cases: readonly RatedCase[]) => {
  const counted = countRate(definition);
  cases.forEach(counted.add);
  const { of, reached, notKnown, undecided } = counted.result();
  return { of, reached, notKnown, undecided };
};

test.each([
  ['found work', rated({ FIRST_APPOINTMENT: '02', MONTHS_3: '01' }), [1, 1, 0, 0], [1, 1, 0, 0]],
  ['was in work already', rated({ FIRST_APPOINTMENT: '01', DISCHARGE: '01' }), [1, 1, 0, 0], [0, 0, 0, 0]],
  ['found none', rated({ FIRST_APPOINTMENT: '04', DISCHARGE: '04', MONTHS_3: '02' }), [1, 0, 0, 0], [1, 0, 0, 0]],
  ['found and lost it', rated({ FIRST_APPOINTMENT: '02', DISCHARGE: '01', MONTHS_6: '02' }), [1, 1, 0, 0], [1, 1, 0, 0]],
  ['is not there yet', rated({ FIRST_APPOINTMENT: '02' }), [1, 0, 1, 0], [1, 0, 1, 0]],
  ['would not say later', rated({ FIRST_APPOINTMENT: '02', DISCHARGE: 'ZZ' }), [1, 0, 1, 0], [1, 0, 1, 0]],
  ['was not asked at entry', rated({ DISCHARGE: '01' }), [1, 1, 0, 0], [0, 0, 0, 1]],
  ['would not say at entry', rated({ FIRST_APPOINTMENT: 'ZZ', DISCHARGE: '01' }), [1, 1, 0, 0], [0, 0, 0, 1]],
  ['came again', rated({ FIRST_APPOINTMENT: '02', DISCHARGE: '01' }, 'AGAIN'), [0, 0, 0, 0], [0, 0, 0, 0]],
] as const)('somebody who %s', (_who, found, ofBefore, ofAfter) => {
  const numbers = (definition: RateDefinition) => Object.values(rateOf(definition, [found]));
  expect([numbers(before), numbers(after)]).toEqual([ofBefore, ofAfter]);
}); // prettier-ignore

const anyCase = fc
  .record({
    statuses: fc.dictionary(fc.constantFrom(...snapshotPoints), fc.constantFrom(...employmentStatusCodes)),
    entry: fc.constantFrom('FIRST' as const, 'AGAIN' as const),
  })
  .map(({ statuses, entry }) => rated(statuses, entry));

test('nobody who came first is in none of a rate’s numbers but for the reason that its definition gives', () => {
  fc.assert(
    fc.property(fc.array(anyCase), (cases) => {
      const [old, current] = [rateOf(before, cases), rateOf(after, cases)];
      const first = cases.filter(({ entry }) => entry === 'FIRST');
      const inWork = first.filter(({ snapshots }) =>
        snapshots.some(({ point, employmentStatus }) => point === 'FIRST_APPOINTMENT' && employmentStatus === '01'),
      );
      expect(old.of).toBe(first.length);
      expect(current.of + current.undecided + inWork.length).toBe(first.length);
      for (const { of, reached, notKnown } of [old, current]) expect(reached + notKnown).toBeLessThanOrEqual(of);
    }),
  );
});

test('the definition in force is the newest that holds on the day, rate by rate', () => {
  const other = { ...before, code: 'OTHER' };
  const all = [after, before, other];
  expect([...inForceOn('2024-03-31', all)]).toEqual([before, other]);
  expect([...inForceOn('2024-04-01', all)]).toEqual([after, other]);
  expect([...inForceOn('2016-02-29', all)]).toEqual([]);
});
