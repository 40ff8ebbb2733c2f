/** From bundle to answer: no record lost, no code or date mis-stated, for every bundle file, over HTTP. */
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import {
  at,
  dataFolder,
  jsonFiles,
  list,
  resourcesIn,
  testWith,
  type Json,
} from '../adapters/nhs-care-record/outside-data.js';
import { startOnFolder, type FolderHub } from './fhir-folder.js';

const concept = 'codings { system code display } text';
const quantity = 'value unit code';
const value = `{ quantity { ${quantity} } concept { ${concept} } text }`;
const look = `query Look($n: NHSNumber!) { client(by: { nhsNumber: $n }) {
  conditions { __typename ... on Conditions { items { code { ${concept} } clinicalStatus verificationStatus onset abatement recordedDate } withheld { category } sources { source outcome complete } } }
  observations { __typename ... on Observations { items { status code { ${concept} } effective issued value ${value} components { code { ${concept} } value ${value} } } sources { source outcome complete } } }
  encounters { __typename ... on Encounters { items { status class { code } types { ${concept} } start end serviceProvider locationWithheld } sources { source outcome complete } } }
} }`;

describe.each(['synthea', 'synthea-sdoh', 'us-core-inferno'])('%s', (folder) => {
  const testHere = testWith(folder);
  let hub: FolderHub | undefined;
  beforeAll(async () => {
    if (testHere !== testWith()) return;
    hub = await startOnFolder(dataFolder(folder));
  }, 120_000);
  afterAll(async () => hub?.close());

  testHere(
    'every condition, observation and encounter of every file is in the answer, as it stands there',
    async () => {
      let people = 0;
      for (const file of jsonFiles(folder)) {
        const of = resourcesIn(folder, file);
        const [patient] = of('Patient');
        if (!patient) continue;
        people += 1;
        const { data, errors } = await hub!.clinician.query(look, { n: hub!.nhsNumbers.get(String(patient['id'])) });
        expect(errors).toBeUndefined();
        const { conditions, observations, encounters } = data.client as Record<
          'conditions' | 'observations' | 'encounters',
          Section
        >;
        expectSame(itemsOf(conditions), of('Condition').map(conditionInFile));
        expectSame(itemsOf(observations), of('Observation').map(observationInFile));
        expectSame(itemsOf(encounters), of('Encounter').map(encounterInFile));
      }
      expect(people).toBe(hub!.nhsNumbers.size);
      expect(hub!.loaded).toContain(`${people} patients`);
    },
  );
});

interface Section {
  readonly __typename: string;
  readonly items?: readonly object[];
  readonly withheld?: readonly object[];
  readonly sources?: readonly object[];
}

/** A clinician is refused nothing here, and every list must say that it is whole. */
function itemsOf({ __typename, items = [], withheld = [], sources = [] }: Section): readonly object[] {
  if (__typename === 'NoRecord') return [];
  expect(withheld).toEqual([]);
  expect(sources).toEqual([{ source: 'nhs-care-record', outcome: 'ANSWERED', complete: true }]);
  return items;
}

/** The same facts in any order, every duplicate counted; shows the first few that differ and not the whole history. */
function expectSame(answered: readonly object[], inFile: readonly object[]): void {
  const left = new Map<string, number>();
  for (const fact of inFile.map((each) => JSON.stringify(each))) left.set(fact, (left.get(fact) ?? 0) + 1);
  for (const fact of answered.map((each) => JSON.stringify(each))) left.set(fact, (left.get(fact) ?? 0) - 1);
  expect([...left].filter(([, count]) => count !== 0).slice(0, 4)).toEqual([]);
  expect(answered).toHaveLength(inFile.length);
}

const textAt = (from: unknown, path: string): unknown => at(from, path) ?? null;
const conceptOf = (from: unknown): object | null =>
  from === undefined
    ? null
    : {
        codings: list(at(from, 'coding')).map((coding) => ({
          system: textAt(coding, 'system'),
          code: textAt(coding, 'code'),
          display: textAt(coding, 'display'),
        })),
        text: textAt(from, 'text'),
      };

const conditionInFile = (from: Json): object => ({
  code: conceptOf(from['code']),
  clinicalStatus: textAt(from, 'clinicalStatus.coding.0.code'),
  verificationStatus: textAt(from, 'verificationStatus.coding.0.code'),
  onset: textAt(from, 'onsetDateTime'),
  abatement: textAt(from, 'abatementDateTime'),
  recordedDate: textAt(from, 'recordedDate'),
});

const observationInFile = (from: Json): object => ({
  status: textAt(from, 'status'),
  code: conceptOf(from['code']),
  effective: at(from, 'effectiveDateTime') ?? textAt(from, 'effectivePeriod.start'),
  issued: textAt(from, 'issued'),
  value: valueInFile(from),
  components: list(from['component']).map((part) => ({ code: conceptOf(part['code']), value: valueInFile(part) })),
});

function valueInFile(from: Json): object | null {
  const { valueQuantity: amount, valueCodeableConcept: coded, valueString: words, valueBoolean: truth } = from;
  if (amount === undefined && coded === undefined && words === undefined && truth === undefined) return null;
  return {
    quantity:
      amount === undefined
        ? null
        : { value: textAt(amount, 'value'), unit: textAt(amount, 'unit'), code: textAt(amount, 'code') },
    concept: conceptOf(coded),
    text: words ?? (truth === undefined ? null : JSON.stringify(truth)),
  };
}

const encounterInFile = (from: Json): object => ({
  status: textAt(from, 'status'),
  class: { code: textAt(from, 'class.code') },
  types: list(from['type']).map(conceptOf),
  start: textAt(from, 'period.start'),
  end: textAt(from, 'period.end'),
  serviceProvider: textAt(from, 'serviceProvider.display'),
  locationWithheld: false,
});
