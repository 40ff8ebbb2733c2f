/** Wire to hub, resource by resource: as it came, nothing guessed, and one slip costs one field. */
import { expect, test } from '@jest/globals';
import {
  mapAppointment,
  mapCondition,
  mapEncounter,
  mapObservation,
} from '../../../adapters/nhs-care-record/mapper.js';
import { mostRecentFirst } from '../../../adapters/nhs-care-record/recency.js';
import { readJson, testWith } from './outside-data.js';

const at = '2026-02-03T10:00:00Z';
const year = (value: number) => ({ value, unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' });

test.each([
  [{ onsetDateTime: '2019-05' }, '2019-05', null],
  [{ onsetPeriod: { start: '2019', end: '2020' } }, '2019', '2019/2020'],
  [{ onsetPeriod: { start: '2019' } }, '2019', null],
  [{ onsetAge: year(45) }, null, '45 years'],
  [{ onsetRange: { low: year(40), high: year(50) } }, null, '40 years to 50 years'],
  [{ onsetRange: { high: year(50) } }, null, 'up to 50 years'],
  [{ onsetString: 'in childhood' }, null, 'in childhood'],
  [{}, null, null],
])('an onset %j is the date %s and the words %s', (resource, onset, onsetText) => {
  expect(mapCondition(resource, at)).toMatchObject({ onset, onsetText });
});

test('a condition entered in error is there, and says so', () => {
  const system = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
  const verificationStatus = {
    coding: [
      { system: 'http://example.org', code: 'x' },
      { system, code: 'entered-in-error' },
    ],
  };
  expect(mapCondition({ verificationStatus }, at).verificationStatus).toBe('entered-in-error');
});

test('codes, labels and severity are kept as they came, unknown ones too', () => {
  const code = {
    coding: [{ system: 'urn:oid:2.16.840', code: 'X', display: 'Y' }, { code: 'no-system' }],
    text: 'as typed',
  };
  const label = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' };
  const mapped = mapCondition({ id: '1', code, severity: code, meta: { security: [label] } }, at);
  expect(mapped.code).toEqual({
    codings: [
      { system: 'urn:oid:2.16.840', code: 'X', display: 'Y' },
      { system: null, code: 'no-system', display: null },
    ],
    text: 'as typed',
  });
  expect(mapped.severity).toEqual(mapped.code);
  expect(mapped.securityLabels).toEqual([{ ...label, display: null }]);
});

test('a field of the wrong type is null, and the rest stays', () => {
  const wrong = {
    id: 7,
    code: 'text',
    onsetDateTime: {},
    category: 'x',
    meta: [],
    clinicalStatus: 5,
    recordedDate: '2020',
  };
  expect(mapCondition(wrong, at)).toMatchObject({
    id: null,
    code: null,
    onset: null,
    categories: [],
    recordedDate: '2020',
  });
  expect(mapObservation({ component: 3, valueQuantity: 'x', effectivePeriod: [] }, at)).toMatchObject({
    value: null,
    components: [],
    effective: null,
  });
  expect(mapEncounter({ period: 'x', class: [], type: {} }, at)).toMatchObject({ start: null, class: null });
  expect(mapAppointment({ participant: 'x', serviceType: null }, at)).toMatchObject({
    location: null,
    serviceTypes: [],
  });
});

test.each([
  [{ valueString: 'clear' }, 'clear'],
  [{ valueBoolean: false }, 'false'],
  [{ valueInteger: 0 }, '0'],
  [{ valueDateTime: '2020-01' }, '2020-01'],
  [{ valueTime: '10:00:00' }, '10:00:00'],
  [{ valueRange: { low: { value: 1, unit: 'mg' }, high: { value: 2, unit: 'mg' } } }, '1 mg to 2 mg'],
  [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } }, '1 : 128'],
  [{ valuePeriod: { start: '2020', end: '2021' } }, '2020/2021'],
  [{ valueSampledData: { data: '1 2 E' } }, '1 2 E'],
])('the value %j is the text %s', (resource, text) => {
  expect(mapObservation(resource, at).value).toEqual({ quantity: null, concept: null, text });
});

test('a quantity keeps its comparator, and exactly one kind of value is set', () => {
  const { value } = mapObservation({ valueQuantity: { value: 0.5, comparator: '<', unit: 'mg/L' } }, at);
  expect(value).toEqual({
    quantity: { value: 0.5, comparator: '<', unit: 'mg/L', system: null, code: null },
    concept: null,
    text: null,
  });
});

test('an observation of a timing begins with its first event', () => {
  expect(mapObservation({ effectiveTiming: { event: ['2020-01-01', '2020-02-01'] } }, at).effective).toBe('2020-01-01');
});

test('most recent first compares instants across offsets, and undated items come last', () => {
  const dates = ['2020', null, '2021-06-01T00:30:00+01:00', '2021-05-31T23:45:00Z', 'not a date', '2021-06'];
  expect(mostRecentFirst(dates, (date) => date)).toEqual([
    '2021-06',
    '2021-05-31T23:45:00Z',
    '2021-06-01T00:30:00+01:00',
    '2020',
    null,
    'not a date',
  ]);
});

testWith('uk-core')('the UK Core appointment is kept with its place, and the patient is not the place', () => {
  const example = readJson('uk-core/examples', 'UKCore-Appointment-OrthopaedicSurgery-Example.json');
  expect(mapAppointment(example, at)).toMatchObject({
    status: 'booked',
    start: '2022-03-11T10:46:00+00:00',
    end: '2022-03-11T13:20:00+00:00',
    serviceTypes: [{ codings: [{ system: 'http://terminology.hl7.org/CodeSystem/service-type', code: '218' }] }],
    location: "Orthopaedic Trauma Department, St James' University Hospital, Leeds",
    provenance: { recordedAt: '2022-02-14' },
  });
});
