/** The bodies written for this project: of the published shape, and read as what they say. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { mapQuestionnaireResponse } from '../../../adapters/nhs-care-record/mapper.js';
import { startSandboxServer, type SandboxServer } from '../../../adapters/sandbox/server.js';
import { connect, subjectOf } from './connected-care-record.js';
import { at, list, readJson, testWith, type Json } from './outside-data.js';

const fixture = (name: string): Json =>
  JSON.parse(readFileSync(`adapters/nhs-care-record/fixtures/${name}.json`, 'utf8')) as Json;

let server: SandboxServer | undefined;
afterEach(() => server?.close());

test('a searchset with an item entered in error and a suppressed one: both told, the list said to be short', async () => {
  server = await startSandboxServer({
    answer: ({ path }) =>
      path === '/token'
        ? { status: 200, body: { access_token: 't', token_type: 'Bearer', expires_in: 60 } }
        : { status: 200, body: fixture('conditions-searchset') },
  });
  const settings = { baseUrl: `${server.url}/fhir`, tokenUrl: `${server.url}/token`, clientId: 'a', clientSecret: 'b' };
  const { loaders, close } = await connect(settings);
  const { items, complete } = await loaders().conditions(subjectOf('9990000018', 'made-up-1'));
  await close();
  expect(complete).toBe(false);
  expect(items).toMatchObject([
    {
      id: 'made-up-back',
      verificationStatus: 'confirmed',
      onset: null,
      onsetText: '41 years',
      recordedDate: '2024-03-01',
    },
    { id: 'made-up-error', verificationStatus: 'entered-in-error', clinicalStatus: null },
  ]);
});

test('a filled fitness-for-work form is a fit note with its period and its advice', () => {
  expect(mapQuestionnaireResponse(fixture('fit-note-form'), '2026-02-03T10:00:00Z').fitNote).toMatchObject({
    status: 'MAY_BE_FIT_FOR_WORK',
    assessmentDate: '2026-02-02',
    periodStart: '2026-02-02',
    periodEnd: '2026-03-02',
    adjustments: ['ALTERED_HOURS'],
  });
});

testWith('uk-core')('the form has the questionnaire, the elements and the questions of the UK Core example', () => {
  const ours = fixture('fit-note-form');
  const example = readJson('uk-core/examples', 'UKCore-QuestionnaireResponse-FitnessForWork-Example.json');
  expect(ours['questionnaire']).toBe(example['questionnaire']);
  expect(Object.keys(ours).filter((name) => !(name in example))).toEqual([]);
  for (const [index, linkId] of [
    [0, 'Q1'],
    [1, 'Q3'],
  ] as const) {
    const published = list(example['item']).find((item) => item['linkId'] === linkId);
    expect(Object.keys(at(ours, `item.${index}.answer.0`) as Json)).toEqual(
      Object.keys(at(published, 'answer.0') as Json),
    );
    expect(at(ours, `item.${index}.text`)).toBe(at(published, 'text'));
  }
});

testWith('uk-core')('the conditions use elements that UKCore-Condition or FHIR R4 define', () => {
  const profile = readJson('uk-core/profiles', 'UKCore-Condition.json');
  const profiled = list(at(profile, 'differential.element')).map(({ path }) => String(path).split('.')[1]);
  const r4 = 'resourceType id meta onsetAge recordedDate'.split(' ');
  const used = list(fixture('conditions-searchset')['entry'])
    .map((entry) => entry['resource'] as Json)
    .filter((resource) => resource['resourceType'] === 'Condition')
    .flatMap(Object.keys);
  expect([...new Set(used)].filter((name) => !profiled.includes(name) && !r4.includes(name))).toEqual([]);
});
