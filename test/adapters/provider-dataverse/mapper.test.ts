import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { mapCase, type MappedCase } from '../../../adapters/provider-dataverse/mapper.js';
import { scoreOf } from '../../../adapters/scores.js';
import { workStatusOf } from '../../../adapters/paid-work.js';
import type { EmploymentSpell } from '../../../adapters/records.js';
import { UpstreamError } from '../../../adapters/upstream-error.js';

type CaseRow = Record<string, unknown> & Record<`wh_supportcase_${string}`, Record<string, unknown>[]>;

/** The case of the fixture, mapped after a change. */
function mapped(change: (row: CaseRow) => unknown = () => undefined): MappedCase {
  const text = readFileSync('adapters/provider-dataverse/fixtures/cases-page.json', 'utf8');
  const [row] = (JSON.parse(text) as { value: [CaseRow] }).value;
  change(row);
  return mapCase(row, '2026-01-07T00:00:00.000Z');
}

test('a choice that the hub does not know is kept as it came: label and number, or the number alone', () => {
  const { support, referral } = mapped();
  expect(support.status).toBe('Paused by participant (100000007)');
  expect(referral.status).toBe('100000009');
  expect(support.goals).toEqual([
    { description: 'Talk to my manager', kind: 'Social (100000002)', status: 'achieved', dueOn: null },
  ]);
});

test('the link to a whole collection does not mean that more is to come; one with a paging cookie does', () => {
  expect(mapped().complete).toBe(true);
  const paged = { 'wh_supportcase_sessions@odata.nextLink': 'https://provider.example/sessions?$skiptoken=x' };
  expect(mapped((row) => Object.assign(row, paged)).complete).toBe(false);
});

test('a relationship of 5,000 rows was cut', () => {
  const cut = mapped((row) => (row['wh_supportcase_sessions'] = Array.from({ length: 5_000 }, () => ({}))));
  expect(cut.complete).toBe(false);
});

test('a measure that the hub has no name for makes the list short, and the list says so', () => {
  const { measures, complete } = mapped((row) => (row['wh_supportcase_measures']![0]!['wh_instrument'] = 100000042));
  expect({ measures, complete }).toEqual({ measures: [], complete: false });
});

test.each<[string, (row: CaseRow) => unknown]>([
  ['no contact', (row) => (row['_wh_contactid_value'] = null)],
  ['a session of another case', (row) => (row['wh_supportcase_goals']![0]!['_wh_supportcaseid_value'] = 'other')],
  ['a date in another form', (row) => (row['wh_referredon'] = '01/05/2025')],
  ['a number for a text', (row) => (row['wh_plan'] = 7)],
  ['a text for a choice', (row) => (row['wh_status'] = 'open')],
  ['a relationship that is no list', (row) => (row['wh_supportcase_goals'] = {} as never)],
])('a case with %s is malformed', (_, change) => {
  expect(() => mapped(change)).toThrow(UpstreamError);
});

test('a raw SWEMWBS sum has the band of its metric score', () => {
  const raw = [6, 7, 20, 21, 22, 27, 30, 31, 35, 36];
  expect(raw.map((total) => scoreOf('SWEMWBS', total).band)).toEqual([
    null,
    'low',
    'low',
    'low',
    'average',
    'average',
    'average',
    'high',
    'high',
    null,
  ]);
});

test.each([
  [
    'PHQ_9',
    [0, 4, 5, 10, 15, 19, 20, 27],
    'minimal minimal mild moderate moderately_severe moderately_severe severe severe',
  ],
  ['GAD_7', [0, 5, 10, 15, 21], 'minimal mild moderate severe severe'],
] as const)('%s totals fall into their published bands', (instrument, totals, bands) => {
  const found = totals.map((total) => scoreOf(instrument, total).band?.replace(' ', '_'));
  expect(found.join(' ')).toBe(bands);
});

test('a total that the instrument cannot have is none', () => {
  expect([28, -1, 9.5].map((total) => scoreOf('PHQ_9', total))).toEqual(
    [1, 2, 3].map(() => ({ total: null, band: null })),
  );
});

test.each([
  ['01', true],
  ['07', false],
  ['04', false],
  ['ZZ', null],
  ['99', null],
])('a current spell with employment status %s reads as in work: %s', (employmentStatusCode, inWork) => {
  const spell = { startDate: '2025-01-01', endDate: null, employmentStatusCode, provenance: { recordedAt: null } };
  expect(workStatusOf([spell as EmploymentSpell], '2026-01-01')).toMatchObject([{ inWork }]);
});

test('paid work speaks louder than a voluntary role beside it', () => {
  const spell = (employmentStatusCode: string): EmploymentSpell =>
    ({
      startDate: '2025-01-01',
      endDate: null,
      employmentStatusCode,
      provenance: { recordedAt: null },
    }) as EmploymentSpell;
  expect(workStatusOf([spell('07'), spell('01')], '2026-01-01')).toMatchObject([{ inWork: true }]);
});
