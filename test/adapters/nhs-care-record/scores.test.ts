/** Scores of named instruments, in every shape that they were met in. */
import { expect, test } from '@jest/globals';
import { distinctAssessments, mapQuestionnaireResponse, scoresOf } from '../../../adapters/nhs-care-record/mapper.js';
import { startConnected, subjectOf } from './connected-care-record.js';
import { jsonFiles, readJson, testWith, type Json } from './outside-data.js';

const at = '2026-02-03T10:00:00Z';
const snomed = 'http://snomed.info/sct';
const loinc = 'http://loinc.org';
const observation = (system: string, code: string, rest: object = { valueQuantity: { value: 12 } }): Json => ({
  resourceType: 'Observation',
  id: code,
  status: 'final',
  code: { coding: [{ system, code }] },
  effectiveDateTime: '2026-01-01',
  ...rest,
});
const totals = (resource: Json) =>
  scoresOf(resource, at).map(({ score: { instrument, total, band } }) => [instrument, total, band]);

test.each([
  [snomed, '720433000', 'PHQ_9', 'moderate'],
  [loinc, '44261-6', 'PHQ_9', 'moderate'],
  [loinc, '44249-1', 'PHQ_9', 'moderate'],
  [snomed, '445455005', 'GAD_7', 'moderate'],
  [loinc, '70274-6', 'GAD_7', 'moderate'],
  [loinc, '69737-5', 'GAD_7', 'moderate'],
  [loinc, '75626-2', 'AUDIT_C', null],
])('%s|%s is a score of %s', (system, code, instrument, band) => {
  expect(totals(observation(system, code))).toEqual([[instrument, 12, band]]);
});

test.each([
  [
    'PHQ_9',
    '44261-6',
    [
      [0, 'minimal'],
      [4, 'minimal'],
      [5, 'mild'],
      [9, 'mild'],
      [10, 'moderate'],
      [14, 'moderate'],
      [15, 'moderately severe'],
      [19, 'moderately severe'],
      [20, 'severe'],
      [27, 'severe'],
    ],
  ],
  [
    'GAD_7',
    '70274-6',
    [
      [0, 'minimal'],
      [4, 'minimal'],
      [5, 'mild'],
      [9, 'mild'],
      [10, 'moderate'],
      [14, 'moderate'],
      [15, 'severe'],
      [21, 'severe'],
    ],
  ],
] as const)('the bands of %s change where they were published to change', (instrument, code, bands) => {
  for (const [value, band] of bands) {
    expect(totals(observation(loinc, code, { valueInteger: value }))).toEqual([[instrument, value, band]]);
  }
});

test.each([
  ['a sum out of range', { valueQuantity: { value: 99 } }],
  ['a negative sum', { valueInteger: -1 }],
  ['more than a number', { valueQuantity: { value: 20, comparator: '>' } }],
  ['a number in words', { valueString: '12' }],
  ['a number as text', { valueQuantity: { value: '12' } }],
  ['no value', {}],
])('%s is no sum, and the assessment stays', (_name, value) => {
  expect(totals(observation(loinc, '44261-6', value))).toEqual([['PHQ_9', null, null]]);
});

test.each([
  ['the code of another system', observation('http://example.org', '44261-6')],
  [
    'a display that says PHQ-9',
    { ...observation(loinc, '8302-2'), code: { text: 'PHQ-9 score', coding: [{ display: 'PHQ-9' }] } },
  ],
  ['a score entered in error', observation(loinc, '44261-6', { status: 'entered-in-error', valueInteger: 3 })],
  ['nonsense', { resourceType: 'Observation', code: 'x', component: 7, hasMember: 'y' }],
])('%s is no score', (_name, resource) => {
  expect(scoresOf(resource, at)).toEqual([]);
});

const answers = (codes: readonly string[], items: readonly string[]): Json => ({
  resourceType: 'QuestionnaireResponse',
  id: 'form',
  status: 'completed',
  authored: '2026-01-01',
  item: items.map((linkId, index) => ({
    linkId,
    answer: codes[index] === undefined ? [] : [{ valueCoding: { system: loinc, code: codes[index] } }],
  })),
});
const gad7 = ['69725-0', '68509-9', '69733-4', '69734-2', '69735-9', '69689-8', '69736-7'];
const sums = (form: Json) =>
  mapQuestionnaireResponse(form, at).scores.map(({ score: { instrument, total } }) => [instrument, total]);

test('answers add up only where every item was answered, once, with a known answer', () => {
  const often = Array<string>(7).fill('LA6571-9');
  expect(sums(answers(often, gad7))).toEqual([['GAD_7', 21]]);
  expect(
    sums(
      answers(
        often,
        gad7.map((item) => `/69737-5/${item}`),
      ),
    ),
  ).toEqual([['GAD_7', 21]]);
  expect(sums(answers(often.slice(1), gad7))).toEqual([['GAD_7', null]]);
  expect(sums(answers(['LA33-6', ...often.slice(1)], gad7))).toEqual([['GAD_7', null]]);
  expect(sums(answers([...often, 'LA6568-5'], [...gad7, gad7[0]!]))).toEqual([['GAD_7', null]]);
  expect(sums({ ...answers(often, gad7), status: 'in-progress' })).toEqual([]);
});

test('the first two items of the PHQ-9 alone do not say which form it was', () => {
  expect(sums(answers(['LA6571-9', 'LA6571-9'], ['44250-9', '44255-8']))).toEqual([]);
});

test('a form nested deeper than any real one is read to a limit, not to a stack overflow', () => {
  let item: Json = { linkId: 'x' };
  for (let depth = 0; depth < 5_000; depth += 1) item = { linkId: 'x', item: [item] };
  expect(mapQuestionnaireResponse({ status: 'completed', item: [item] }, at).scores).toEqual([]);
});

test('one assessment as panel, total and form is one score; sums that differ are both shown', () => {
  const total = observation(loinc, '44261-6', {
    valueInteger: 12,
    derivedFrom: [{ reference: 'QuestionnaireResponse/form' }],
  });
  const panel = observation(loinc, '44249-1', { hasMember: [{ reference: 'Observation/44261-6' }] });
  const read = (...resources: Json[]) => resources.flatMap((resource) => scoresOf(resource, at));
  expect(distinctAssessments(read(total, panel), [])).toHaveLength(1);
  expect(distinctAssessments(read(total, { ...panel, valueQuantity: { value: 13 } }), [])).toHaveLength(2);
  const items = ['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3', '44260-8'];
  const form = (...codes: string[]) => mapQuestionnaireResponse(answers(codes, items), at).scores;
  const twelve = [...Array<string>(4).fill('LA6571-9'), ...Array<string>(5).fill('LA6568-5')];
  expect(distinctAssessments(read(total), form(...twelve))).toHaveLength(1);
  expect(distinctAssessments(read(total), form(...twelve.slice(0, 8)))).toHaveLength(1);
  expect(distinctAssessments(read(total), form('LA6569-3', ...twelve.slice(1)))).toHaveLength(2);
});

async function measuresOf(folder: string, patient: string) {
  const { sandbox, loaders, close } = await startConnected([]);
  for (const file of jsonFiles(folder)) {
    const resource = readJson(folder, file);
    sandbox.put({ ...resource, resourceType: String(resource['resourceType']), id: String(resource['id']) });
  }
  const { items } = await loaders().measures(subjectOf('9990000018', patient));
  await close();
  return items.map(({ instrument, total, band, assessedAt }) => [instrument, total, band, assessedAt]);
}

testWith('pacio/phq9')('the two PHQ-9 interviews of PACIO are two scores', async () => {
  expect(await measuresOf('pacio/phq9', 'P0522-patientBSJ1')).toEqual([
    ['PHQ_9', 7, 'mild', '2021-03-23T10:15:00-05:00'],
    ['PHQ_9', 3, 'minimal', '2021-02-26T16:30:00-05:00'],
  ]);
});

testWith('phr-scores')(
  'the total in a component and the answers of the two forms are found, the GAD-7 once',
  async () => {
    expect(await measuresOf('phr-scores', '1')).toEqual([
      ['PHQ_9', 3, 'minimal', '2024-12-01T12:00:00+09:00'],
      ['GAD_7', 3, 'minimal', '2021-10-01'],
    ]);
  },
);
