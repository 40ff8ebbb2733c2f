import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OrganisationId } from '../../src/access/types.js';
import { caseloadOf, type CaseloadRow } from '../../src/report/caseload.js';
import { reportScope } from '../../src/report/readers.js';
import { barrierCodes } from '../../src/support/barriers.js';
import type { Sealed } from '../../src/store/documents.js';

const lists: Parameters<typeof caseloadOf>[2] = {
  areas: [{ code: 'A', name: 'A', postcodeDistricts: [], practices: [], jobcentres: [] }],
  streams: [
    {
      code: 'ONE',
      name: 'One',
      pathway: 'PERSON',
      summary: 'The only one.',
      areas: ['A'],
      criteria: [],
      otherwise: [],
    },
  ],
  dischargeReasons: [{ code: 'COMPLETED', name: 'Completed', kind: 'COMPLETED' }],
  supportCategories: [{ code: 'DIET', name: 'Diet', strand: 'HEALTH', fastTrack: false }],
};
const row = (openedAt: string, more: Partial<CaseloadRow['document']> = {}): CaseloadRow => ({
  document: { openedAt, entry: 'FIRST', stream: 'ONE', area: 'A', interventions: [], ...more },
});
const asked = (state: 'REQUESTED' | 'ATTENDED' | 'DECLINED', requestedOn: string, firstAttendedOn?: string) => ({
  id: 'i',
  category: 'DIET',
  provider: 'p' as Sealed,
  integrated: true,
  state,
  requestedOn,
  ...(firstAttendedOn !== undefined && { firstAttendedOn }),
});

describe('a caseload', () => {
  test('is counted by month, by what is in the way, and by person', () => {
    const rows: readonly CaseloadRow[] = [
      { ...row('2016-05-04T09:00:00Z'), assessment: { mainBarrier: 'BACK_OR_NECK', otherBarriers: ['HOUSING'] } },
      { ...row('2016-05-31T23:59:59Z'), assessment: { mainBarrier: 'TRANSPORT', otherBarriers: [] } },
      row('2016-06-01T00:00:00Z', { entry: 'AGAIN', discharge: { on: '2016-07-01', reason: 'COMPLETED' } }),
    ];
    const counted = caseloadOf(rows, ['2016-05-01', '2016-06-01'], lists);
    expect(counted).toMatchObject({
      opened: 3,
      people: 2,
      withHealthCondition: 1,
      withOtherBarrier: 2,
      notAssessed: 1,
      months: [
        { month: '2016-05-01', opened: 2, withHealthCondition: 1, notAssessed: 0 },
        { month: '2016-06-01', opened: 1, withHealthCondition: 0, notAssessed: 1 },
      ],
      streams: [{ stream: 'ONE', opened: 3, discharged: 1 }],
      areas: [{ area: 'A', opened: 3, people: 2, notAssessed: 1 }],
      discharges: [{ reason: 'COMPLETED', count: 1 }],
    });
    expect(counted.barriers.find(({ code }) => code === 'HOUSING')).toEqual({ code: 'HOUSING', main: 0, any: 1 });
  });

  test('says what support is asked for, waited for and given, and how long that takes', () => {
    const interventions = [
      asked('REQUESTED', '2016-05-04'),
      asked('ATTENDED', '2016-05-04', '2016-05-06'),
      asked('ATTENDED', '2016-05-04', '2016-05-14'),
      asked('DECLINED', '2016-05-04'),
    ];
    expect(caseloadOf([row('2016-05-04T09:00:00Z', { interventions })], [], lists).demand).toEqual([
      { category: 'DIET', requested: 4, waiting: 1, delivered: 2, declined: 1, medianWaitDays: 6 },
    ]);
    expect(caseloadOf([], [], lists).demand).toMatchObject([{ requested: 0, medianWaitDays: null }]);
  });

  test('adds up: every case has a main barrier or was not assessed', () => {
    const anyRow = fc.option(fc.constantFrom(...barrierCodes), { nil: undefined }).map((mainBarrier): CaseloadRow => ({
      ...row('2016-05-04T09:00:00Z'),
      ...(mainBarrier && { assessment: { mainBarrier, otherBarriers: [] } }),
    }));
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const { opened, notAssessed, barriers } = caseloadOf(rows, [], lists);
        expect(barriers.reduce((sum, { main }) => sum + main, notAssessed)).toBe(opened);
      }),
    );
  });
});

describe('who is told figures of a programme', () => {
  const partners = [
    { name: 'E', part: 'EVALUATOR', organisation: 'EVALUATORS' },
    { name: 'C', part: 'COMMISSIONER', organisation: 'QZZ' },
  ] as const;
  test.each([
    ['PROVIDER_MANAGER', 'ANY', 'OWN'],
    ['EVALUATOR', 'EVALUATORS', 'PROGRAMME'],
    ['EVALUATOR', 'QZZ', undefined],
    ['COMMISSIONER', 'QZZ', 'PROGRAMME'],
    ['COMMISSIONER', 'EVALUATORS', undefined],
    ['WORK_COACH', 'QZZ', undefined],
    ['EMPLOYER', 'EVALUATORS', undefined],
    ['CLIENT', 'EVALUATORS', undefined],
    ['PRIVACY_OFFICER', 'QZZ', undefined],
  ] as const)('%s of %s: %s', (audience, organisation, expected) => {
    const viewer = { audience, organisation: organisation as OrganisationId };
    expect(reportScope(viewer, partners)?.kind).toBe(expected);
  });
});
