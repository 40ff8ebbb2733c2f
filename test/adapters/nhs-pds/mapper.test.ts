import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { mapDemographics, mapPatient } from '../../../adapters/nhs-pds/mapper.js';

type Json = Readonly<Record<string, unknown>>;

const read = (path: string): Json => JSON.parse(readFileSync(path, 'utf8')) as Json;
const fixture = read('adapters/nhs-pds/fixtures/patient.json');
const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
const labelled = (...codes: string[]): Json => ({
  ...fixture,
  meta: { security: codes.map((code) => ({ system: confidentiality, code })) },
});

describe('a Patient', () => {
  test('becomes a trace with every name, address and contact point, their uses and periods', () => {
    expect(mapPatient(fixture)).toEqual({
      nhsNumber: '9990000018',
      versionId: '7',
      restriction: 'U',
      names: [
        {
          use: 'usual',
          prefix: ['Ms'],
          given: ['Amina', 'Noor'],
          family: 'Example-Adeyemi',
          suffix: ['BSc'],
          text: null,
          periodStart: '2019-06-01',
          periodEnd: null,
        },
        {
          use: 'old',
          prefix: [],
          given: ['Amina'],
          family: 'Example',
          suffix: [],
          text: null,
          periodStart: '1988-02-29',
          periodEnd: '2019-05-31',
        },
      ],
      birthDate: '1988-02-29',
      sex: 'female',
      deceased: { isDeceased: false, at: null, notificationStatus: null },
      nhsNumberStatus: '01',
      addresses: [
        {
          use: 'home',
          lines: ['', '1 Example Street', '', 'Leeds', ''],
          city: null,
          postcode: 'LS1 1AA',
          periodStart: '2020-01-01',
          periodEnd: null,
        },
        {
          use: 'temp',
          lines: ['2 Example Hall'],
          city: 'York',
          postcode: 'YO1 1AA',
          periodStart: '2024-01-01',
          periodEnd: '2024-06-30',
        },
      ],
      telecoms: [
        { system: 'phone', value: '01632960001', use: 'mobile', periodStart: '2020-01-01', periodEnd: null },
        {
          system: 'email',
          value: 'amina@example.org',
          use: 'home',
          periodStart: '2020-01-01',
          periodEnd: '2021-01-01',
        },
      ],
      generalPractice: 'Y12345',
      contactPreference: {
        method: {
          system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-PreferredContactMethod',
          code: '3',
          display: 'Telephone',
        },
        writtenFormat: {
          system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-PreferredWrittenCommunicationFormat',
          code: '11',
          display: 'Large print',
        },
        times: 'Not after 7pm',
      },
      interpreterRequired: true,
      language: {
        system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-HumanLanguage',
        code: 'so',
        display: 'Somali',
      },
    });
  });

  test.each([
    [['U'], 'U'],
    [['R'], 'R'],
    [['V'], 'V'],
    [['U', 'V'], 'V'],
    [['U', 'R'], 'R'],
    [['U', 'N'], 'R'],
    [['REDACTED', 'V'], 'V'],
    [['N'], 'R'],
    [[], 'R'],
  ])('with the labels %j is treated as %s', (codes, restriction) => {
    expect(mapPatient(labelled(...codes)).restriction).toBe(restriction);
  });

  test('is not unrestricted by a label of another system', () => {
    const meta = { security: [{ system: 'https://example.org', code: 'U' }] };
    expect(mapPatient({ ...fixture, meta }).restriction).toBe('R');
  });

  test.each([
    [{ deceasedDateTime: '2020-01-01' }, { isDeceased: true, at: '2020-01-01', notificationStatus: null }],
    [{ deceasedBoolean: true }, { isDeceased: true, at: null, notificationStatus: null }],
    [{ deceasedBoolean: false }, { isDeceased: false, at: null, notificationStatus: null }],
    [{ extension: [deathNotice('1')] }, { isDeceased: true, at: null, notificationStatus: '1' }],
    [{ extension: [deathNotice('2')] }, { isDeceased: true, at: null, notificationStatus: '2' }],
    [{ extension: [deathNotice('U')] }, { isDeceased: false, at: null, notificationStatus: 'U' }],
  ])('that says %j is deceased or not', (said, deceased) => {
    expect(mapPatient({ ...fixture, ...said }).deceased).toEqual(deceased);
  });

  test.each([null, 'text', 7, [null], [[]], {}])(
    'loses no more than the member that has the wrong shape: %j',
    (value) => {
      for (const member of Object.keys(fixture).filter(
        (each) => !['resourceType', 'id', 'identifier'].includes(each),
      )) {
        expect(mapPatient({ ...fixture, [member]: value }).nhsNumber).toBe('9990000018');
      }
    },
  );

  test.each([
    ['none at all', { id: undefined, identifier: undefined }],
    ['an id of another kind only', { id: 'abc', identifier: undefined }],
    [
      'one of nine digits',
      { id: undefined, identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '999000001' }] },
    ],
    ['two', { id: '9990000026' }],
  ])('that gives as NHS number %s is MALFORMED', (_name, said) => {
    expect(() => mapPatient({ ...fixture, ...said })).toThrow(expect.objectContaining({ reason: 'MALFORMED' }));
  });
});

const data = process.env['HUB_TEST_DATA'] ?? resolve('../shared/data');
const folders = ['pds', 'uk-core'].map((folder) => join(data, folder));
const isThere = folders.every((folder) => existsSync(folder));
if (!isThere) console.warn(`Skipped: no published Patients at ${data}; set HUB_TEST_DATA`);

(isThere ? describe : describe.skip)('every published Patient', () => {
  const patients = isThere ? folders.flatMap(patientsBelow) : [];

  test('is among more than a hundred', () => {
    expect(patients.length).toBeGreaterThan(100);
  });

  test.each(patients)('$file keeps what it says', ({ patient }) => {
    const trace = mapDemographics(patient);
    expect(trace.names).toEqual(
      list(patient['name']).map((name) => ({
        use: at(name, 'use'),
        prefix: list(at(name, 'prefix')),
        given: list(at(name, 'given')),
        family: at(name, 'family'),
        suffix: list(at(name, 'suffix')),
        text: at(name, 'text'),
        periodStart: at(name, 'period', 'start'),
        periodEnd: at(name, 'period', 'end'),
      })),
    );
    expect(trace.birthDate).toBe(at(patient, 'birthDate'));
    expect(trace.sex).toBe(at(patient, 'gender'));
    expect(trace.deceased.at).toBe(at(patient, 'deceasedDateTime'));
    expect(trace.deceased.isDeceased).toBe('deceasedDateTime' in patient);
    expect(trace.restriction).toBe(at(patient, 'meta', 'security', 0, 'code') ?? 'R');
    expect(trace.versionId).toBe(at(patient, 'meta', 'versionId'));
    expect(trace.addresses.map(({ lines, postcode }) => [lines, postcode])).toEqual(
      list(patient['address']).map((each) => [list(at(each, 'line')), at(each, 'postalCode')]),
    );
    expect(trace.telecoms.map(({ system, value }) => [system, value])).toEqual(
      list(patient['telecom']).map((each) => [at(each, 'system'), at(each, 'value')]),
    );
    expect(trace.generalPractice).toBe(at(patient, 'generalPractitioner', 0, 'identifier', 'value'));
  });

  const numbered = patients.filter(({ number }) => number !== undefined);
  test.each(numbered)('$file keeps its number and the number’s status', ({ patient, number }) => {
    const trace = mapPatient(patient);
    expect(trace.nhsNumber).toBe(at(number, 'value'));
    expect(trace.nhsNumberStatus).toBe(at(number, 'extension', 0, 'valueCodeableConcept', 'coding', 0, 'code'));
  });

  const unnumbered = patients.filter(({ number }) => number === undefined);
  test.each(unnumbered)('$file has no number and is no trace', ({ patient }) => {
    expect(() => mapPatient(patient)).toThrow(expect.objectContaining({ reason: 'MALFORMED' }));
  });
});

function deathNotice(code: string): Json {
  const deathNotificationStatus = { url: 'deathNotificationStatus', valueCodeableConcept: { coding: [{ code }] } };
  return {
    url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
    extension: [deathNotificationStatus],
  };
}

function patientsBelow(folder: string): { file: string; patient: Json; number: unknown }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => patientsIn(read(join(folder, file))).map((patient) => ({ file, patient })))
    .map(({ file, patient }) => ({
      file,
      patient,
      number: list(patient['identifier']).find((each) => at(each, 'system') === 'https://fhir.nhs.uk/Id/nhs-number'),
    }));
}

function patientsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(patientsIn);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(patientsIn);
  return 'resourceType' in value && value.resourceType === 'Patient' ? [value, ...inside] : inside;
}

/** What stands at a path, or null. */
function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  const found = path.reduce<unknown>(
    (from, step) => (typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[step] : undefined),
    value,
  );
  return found ?? null;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
