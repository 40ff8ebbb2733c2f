/** Statements of fitness for work, in the shapes of UK Core and of the GP record. */
import { expect, test } from '@jest/globals';
import {
  fitNoteOfDocument,
  fitNoteOfObservation,
  mapQuestionnaireResponse,
} from '../../../adapters/nhs-care-record/mapper.js';
import { startConnected, subjectOf } from './connected-care-record.js';
import { readJson, testWith, type Json } from './outside-data.js';

const at = '2026-02-03T10:00:00Z';
const snomed = 'http://snomed.info/sct';
const form = 'https://example.com/base/Questionnaire/UKCore-Questionnaire-FitnessForWork-Example';
const response = (code: string, rest: object = {}): Json => ({
  resourceType: 'QuestionnaireResponse',
  id: 'note',
  status: 'completed',
  questionnaire: form,
  item: [{ linkId: 'Q3', answer: [{ valueCoding: { system: snomed, code } }] }],
  ...rest,
});

testWith('uk-core')('the UK Core FitnessForWork example is one fit note, without its diagnosis', async () => {
  const { sandbox, loaders, close } = await startConnected([]);
  const example = readJson('uk-core/examples', 'UKCore-QuestionnaireResponse-FitnessForWork-Example.json');
  sandbox.put({ ...example, resourceType: 'QuestionnaireResponse', id: String(example['id']) });
  const { items, complete } = await loaders().fitNotes(subjectOf('9990000018', 'UKCore-Patient-RichardSmith-Example'));
  await close();
  expect(complete).toBe(true);
  expect(items).toEqual([
    {
      id: 'UKCore-QuestionnaireResponse-FitnessForWork-Example',
      status: 'MAY_BE_FIT_FOR_WORK',
      statement: {
        codings: [{ system: snomed, code: '225891002', display: 'Fit for work with restrictions' }],
        text: null,
      },
      assessmentDate: '2023-11-13',
      periodStart: null,
      periodEnd: null,
      adjustments: [],
      provenance: expect.objectContaining({ source: 'nhs-care-record', recordedAt: '2023-11-13T16:00:00+00:00' }),
    },
  ]);
});

test.each([
  ['160910001', 'NOT_FIT_FOR_WORK'],
  ['225891002', 'MAY_BE_FIT_FOR_WORK'],
  ['751481000000104', 'NOT_FIT_FOR_WORK'],
  ['751601000000107', 'MAY_BE_FIT_FOR_WORK'],
  ['999999999', 'UNKNOWN'],
])('a fitness-for-work form that answers %s says %s', (code, status) => {
  expect(mapQuestionnaireResponse(response(code), at).fitNote?.status).toBe(status);
});

test('a finding of unfitness in another form is not a fit note, and an eMED3 code in any form is', () => {
  const survey = { questionnaire: 'https://example.com/Questionnaire/intake' };
  expect(mapQuestionnaireResponse(response('160910001', survey), at).fitNote).toBeNull();
  expect(mapQuestionnaireResponse(response('751481000000104', survey), at).fitNote?.status).toBe('NOT_FIT_FOR_WORK');
});

test.each(['in-progress', 'stopped', 'entered-in-error'])('a form that is %s is not a fit note', (status) => {
  expect(mapQuestionnaireResponse(response('160910001', { status }), at).fitNote).toBeNull();
});

test('the code of another system says nothing of fitness', () => {
  const item = [{ linkId: 'Q3', answer: [{ valueCoding: { system: 'http://example.org', code: '160910001' } }] }];
  expect(mapQuestionnaireResponse(response('', { item }), at).fitNote?.status).toBe('UNKNOWN');
});

test.each([
  ['751481000000104', 'NOT_FIT_FOR_WORK'],
  ['751621000000103', 'NOT_FIT_FOR_WORK'],
  ['751731000000106', 'NOT_FIT_FOR_WORK'],
  ['751601000000107', 'MAY_BE_FIT_FOR_WORK'],
  ['751641000000105', 'MAY_BE_FIT_FOR_WORK'],
  ['751751000000104', 'MAY_BE_FIT_FOR_WORK'],
  ['1331000000103', 'UNKNOWN'],
])('a document and a coded entry of type %s say %s', (code, status) => {
  const concept = { coding: [{ system: snomed, code }] };
  expect(fitNoteOfDocument({ status: 'current', type: concept }, at)?.status).toBe(status);
  expect(fitNoteOfObservation({ status: 'final', code: concept }, at)?.status).toBe(status);
});

test('a document of another type is not a fit note, nor is one entered in error', () => {
  const type = { coding: [{ system: snomed, code: '751481000000104' }] };
  expect(
    fitNoteOfDocument({ status: 'current', type: { coding: [{ system: snomed, code: '29303009' }] } }, at),
  ).toBeNull();
  expect(fitNoteOfDocument({ status: 'entered-in-error', type }, at)).toBeNull();
  expect(fitNoteOfDocument({ status: 'current', docStatus: 'entered-in-error', type }, at)).toBeNull();
});

test('advice codes become adjustments, each once, and other events do not', () => {
  const advice = ['775281000000100', '775301000000104', '775321000000108', '775351000000103', '775281000000100', '1'];
  const note = fitNoteOfDocument(
    {
      status: 'current',
      type: { coding: [{ system: snomed, code: '751601000000107' }] },
      context: { event: advice.map((code) => ({ coding: [{ system: snomed, code }] })) },
    },
    at,
  );
  expect(note?.adjustments).toEqual(['PHASED_RETURN', 'ALTERED_HOURS', 'AMENDED_DUTIES', 'WORKPLACE_ADAPTATIONS']);
});

test('fit notes among the coded entries are read where the settings say so, by a call that the measures share', async () => {
  const entry = {
    resourceType: 'Observation',
    id: 'coded',
    status: 'final',
    code: { coding: [{ system: snomed, code: '751481000000104' }] },
    subject: { reference: 'Patient/known' },
    effectivePeriod: { start: '2026-01-01', end: '2026-01-14' },
  };
  const subject = subjectOf('9990000018', 'known');
  for (const [codedFitNotes, found] of [
    [true, ['coded']],
    [false, []],
  ] as const) {
    const { sandbox, loaders, close } = await startConnected([], { codedFitNotes });
    sandbox.put(entry);
    const load = loaders();
    const [{ items }] = await Promise.all([load.fitNotes(subject), load.measures(subject)]);
    expect(items.map(({ id }) => id)).toEqual(found);
    expect(sandbox.requests.filter(({ path }) => path.endsWith('/Observation'))).toHaveLength(1);
    await close();
  }
});
