import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OrganisationId } from '../../src/access/types.js';
import { countCaseload, type Caseload, type CaseloadLists, type CaseloadRow } from '../../src/report/caseload.js';
import { reportScope } from '../../src/report/readers.js';
import { addDays } from '../../src/programme/calendar.js';
import { barrierCodes } from '../../src/support/barriers.js';
import type { Sealed } from '../../src/store/documents.js';

const lists: CaseloadLists = {
  months: ['2016-05-01', '2016-06-01'],
  providers: ['PATHWAYS'],
  partners: [
    { name: 'Board of A', part: 'COMMISSIONER', areas: ['A'] },
    { name: 'Board of B', part: 'COMMISSIONER', areas: ['B'] },
  ],
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
  rates: [],
  supportCategories: [{ code: 'DIET', name: 'Diet', strand: 'HEALTH', fastTrack: false, role: 'DIETITIAN' }],
};
const caseloadOf = (rows: readonly CaseloadRow[]): Caseload => {
  const counted = countCaseload(lists);
  rows.forEach(counted.add);
  return counted.result();
};
const row = (openedAt: string, more: Partial<CaseloadRow['document']> = {}): CaseloadRow => ({
  document: {
    openedAt,
    entry: 'FIRST',
    stream: 'ONE',
    area: 'A',
    organisation: 'PATHWAYS' as OrganisationId,
    interventions: [],
    snapshots: [],
    ...more,
  },
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
    const counted = caseloadOf(rows);
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

  test('is rolled up over boards, and apart by provider and area, and by the way in', () => {
    const { boards, providers, sources } = caseloadOf([
      row('2016-05-04T09:00:00Z', { channel: 'JOBCENTRE' }),
      row('2016-05-05T09:00:00Z', { channel: 'JOBCENTRE', entry: 'AGAIN' }),
      row('2016-05-06T09:00:00Z', { organisation: 'OTHER' as OrganisationId }),
    ]);
    expect(boards).toMatchObject([
      { board: 'Board of A', opened: 3, people: 2 },
      // A row for whoever has nobody too: that there is one tells nothing.
      { board: 'Board of B', opened: 0 },
    ]);
    expect(providers).toMatchObject([
      { organisation: 'PATHWAYS', area: 'A', opened: 2, people: 1 },
      { organisation: null, area: 'A', opened: 1, people: 1 },
    ]);
    const some = sources.filter(({ opened }) => opened > 0);
    expect(some).toMatchObject([
      { channel: 'JOBCENTRE', opened: 2 },
      { channel: null, opened: 1 },
    ]);
    expect(sources).toHaveLength(9);
  });

  test('holds the median of waits, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(90), { minLength: 1 }), (days) => {
        const interventions = days.map((wait) => asked('ATTENDED', '2016-01-01', addDays('2016-01-01', wait)));
        const sorted = days.toSorted((one, other) => one - other);
        const middle = [sorted[Math.floor((days.length - 1) / 2)]!, sorted[Math.floor(days.length / 2)]!];
        const [{ medianWaitDays }] = caseloadOf([row('2016-05-04T09:00:00Z', { interventions })]).demand as [
          Caseload['demand'][number],
        ];
        expect(medianWaitDays).toBe(Math.round((middle[0]! + middle[1]!) / 2));
      }),
    );
  });

  test('says what support is asked for, waited for and given, and how long that takes', () => {
    const interventions = [
      asked('REQUESTED', '2016-05-04'),
      asked('ATTENDED', '2016-05-04', '2016-05-06'),
      asked('ATTENDED', '2016-05-04', '2016-05-14'),
      { ...asked('DECLINED', '2016-05-04'), integrated: false },
    ];
    const counted = caseloadOf([row('2016-05-04T09:00:00Z', { interventions })]);
    expect(counted.demand).toEqual([
      { category: 'DIET', requested: 4, integrated: 3, waiting: 1, delivered: 2, declined: 1, medianWaitDays: 6 },
    ]);
    // What was asked of somebody outside is no work of the service's own dietitians.
    expect(counted.roles).toEqual([
      { role: 'DIETITIAN', requested: 3, waiting: 1, delivered: 2, declined: 0, medianWaitDays: 6 },
    ]);
    expect(caseloadOf([]).demand).toMatchObject([{ requested: 0, medianWaitDays: null }]);
  });

  test('adds up: every case has a main barrier or was not assessed', () => {
    const anyRow = fc.option(fc.constantFrom(...barrierCodes), { nil: undefined }).map((mainBarrier): CaseloadRow => ({
      ...row('2016-05-04T09:00:00Z'),
      ...(mainBarrier && { assessment: { mainBarrier, otherBarriers: [] } }),
    }));
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const { opened, notAssessed, barriers } = caseloadOf(rows);
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
