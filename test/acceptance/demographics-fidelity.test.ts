/** From PDS to answer: every published Patient of `pds` and `uk-core`, each under a test number of its own, over HTTP. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { testNHSNumber } from '../../src/identity/nhs-number.js';
import { at, dataFolder, list, testWith, type Json } from '../adapters/nhs-care-record/outside-data.js';
import { startOnFolder, type FolderHub } from './fhir-folder.js';

const folders = ['pds', 'uk-core'];
const testHere = testWith(...folders);
const numberSystem = 'https://fhir.nhs.uk/Id/nhs-number';
const statusUrl = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus';
const confidentiality = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';

const look = `query Look($n: NHSNumber!) { client(by: { nhsNumber: $n }) {
  demographics { __typename ... on Demographics { names { use prefix given family suffix text } birthDate sex nhsNumberStatus deceased deceasedAt locationRestricted sources { source outcome complete } } }
  contact { __typename ... on Contact { addresses { use lines postcode } telecoms { system value use } generalPractice } ... on Withheld { reason } }
} }`;

/** Many files show one published number; a number of its own lets all of them stand in one PDS. */
function renumbered(patient: Json, index: number): Json {
  const identifiers = list(patient['identifier']);
  const own = identifiers.find(({ system }) => system === numberSystem);
  const value = testNHSNumber(5_000 + index);
  const others = identifiers.filter(({ system }) => system !== numberSystem);
  return { ...patient, id: `published-${index}`, identifier: [{ ...own, system: numberSystem, value }, ...others] };
}

function patientsIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(patientsIn);
  if (typeof value !== 'object' || value === null) return [];
  const resource = value as Json;
  if (resource['resourceType'] === 'Patient') return [resource];
  return resource['resourceType'] === 'Bundle'
    ? patientsIn(list(resource['entry']).map(({ resource: each }) => each))
    : [];
}

let hub: FolderHub | undefined;
let patients: readonly Json[] = [];
const folder = mkdtempSync(join(tmpdir(), 'hub-published-'));

beforeAll(async () => {
  if (testHere !== testWith()) return;
  const files = folders.flatMap((name) =>
    readdirSync(dataFolder(name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  patients = files.flatMap((file) => patientsIn(JSON.parse(readFileSync(file, 'utf8')))).map(renumbered);
  const entry = patients.map((resource) => ({ resource }));
  writeFileSync(join(folder, 'published.json'), JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }));
  hub = await startOnFolder(folder);
}, 120_000);
afterAll(async () => {
  await hub?.close();
  rmSync(folder, { recursive: true });
});

testHere(
  'every Patient’s name, birth date, sex, death, number status and whereabouts come as PDS holds them',
  async () => {
    expect(patients.length).toBeGreaterThanOrEqual(100);
    for (const patient of patients) {
      const { data, errors } = await hub!.clinician.query(look, { n: hub!.nhsNumbers.get(String(patient['id'])) });
      expect(errors).toBeUndefined();
      expect(data.client).toEqual(expected(patient));
    }
  },
);

const labelOf = (patient: Json): unknown =>
  at(
    list(at(patient, 'meta.security')).find(({ system }) => system === confidentiality),
    'code',
  ) ?? 'U';
const texts = (value: unknown): unknown => value ?? [];
const text = (from: Json, name: string): unknown => from[name] ?? null;

function expected(patient: Json): object {
  const restricted = labelOf(patient) !== 'U';
  const number = list(patient['identifier']).find(({ system }) => system === numberSystem);
  const status = list(number?.['extension']).find(({ url }) => url === statusUrl);
  const practice = list(patient['generalPractitioner']).find((each) => at(each, 'identifier.value') !== undefined);
  return {
    demographics: {
      __typename: 'Demographics',
      names: list(patient['name']).map((name) => ({
        use: text(name, 'use'),
        prefix: texts(name['prefix']),
        given: texts(name['given']),
        family: text(name, 'family'),
        suffix: texts(name['suffix']),
        text: text(name, 'text'),
      })),
      birthDate: text(patient, 'birthDate'),
      sex: text(patient, 'gender'),
      nhsNumberStatus: at(status, 'valueCodeableConcept.coding.0.code') ?? null,
      deceased: patient['deceasedDateTime'] !== undefined || patient['deceasedBoolean'] === true,
      deceasedAt: text(patient, 'deceasedDateTime'),
      locationRestricted: restricted,
      sources: [{ source: 'nhs-pds', outcome: 'ANSWERED', complete: true }],
    },
    contact: restricted
      ? { __typename: 'Withheld', reason: 'LOCATION_RESTRICTED' }
      : {
          __typename: 'Contact',
          addresses: list(patient['address']).map((address) => ({
            use: text(address, 'use'),
            lines: texts(address['line']),
            postcode: text(address, 'postalCode'),
          })),
          telecoms: list(patient['telecom']).map((telecom) => ({
            system: text(telecom, 'system'),
            value: text(telecom, 'value'),
            use: text(telecom, 'use'),
          })),
          generalPractice: at(practice, 'identifier.value') ?? null,
        },
  };
}
