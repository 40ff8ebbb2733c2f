/** Nothing lost, nothing mis-stated: every bundle file against what the loaders answer from a server that holds it. */
import { afterEach, expect } from '@jest/globals';
import type { CodeableConcept, Condition, Encounter, Observation } from '../../../adapters/records.js';
import { createNhsNumberAssigner } from '../../../adapters/nhs-care-record/bundle-loader.js';
import { startConnected, subjectOf, type Connected } from './connected-care-record.js';
import { at, dataFolder, jsonFiles, list, resourcesIn, testWith, type Json } from './outside-data.js';

let connected: Connected | undefined;
afterEach(async () => {
  await connected?.close();
  connected = undefined;
});

/** Pages of 50, so that long histories come over many pages. */
async function load(
  folder: string,
): Promise<Awaited<ReturnType<typeof startConnected>> & { numbers: Map<string, string> }> {
  const started = await startConnected([], { pageSize: 50 });
  connected = started;
  const numbers = new Map<string, string>();
  await started.sandbox.load({
    folder: dataFolder(folder),
    assignNhsNumber: createNhsNumberAssigner(),
    onPatient: ({ nhsNumber, resource }) => void numbers.set(String(resource['id']), nhsNumber),
  });
  return { ...started, numbers };
}

for (const folder of ['synthea', 'synthea-sdoh', 'us-core-inferno']) {
  testWith(folder)(
    `${folder}: conditions, observations and encounters of every person come as they stand in the file`,
    async () => {
      const { loaders, numbers } = await load(folder);
      let people = 0;
      for (const file of jsonFiles(folder)) {
        const of = resourcesIn(folder, file);
        const [patient] = of('Patient');
        if (!patient) continue;
        people += 1;
        const subject = subjectOf(numbers.get(String(patient['id']))!);
        const { conditions, observations, encounters } = loaders();
        const [held, observed, met] = await Promise.all([
          conditions(subject),
          observations(subject),
          encounters(subject),
        ]);
        expect([held.complete, observed.complete, met.complete]).toEqual([true, true, true]);
        expect(byId(held.items.map(conditionFacts))).toEqual(byId(of('Condition').map(conditionInFile)));
        expect(byId(observed.items.map(observationFacts))).toEqual(byId(of('Observation').map(observationInFile)));
        expect(byId(met.items.map(encounterFacts))).toEqual(byId(of('Encounter').map(encounterInFile)));
        expect(datesFall(held.items.map(({ onset, recordedDate }) => onset ?? recordedDate))).toBe(true);
        expect(datesFall(met.items.map(({ start }) => start))).toBe(true);
      }
      expect(people).toBe(numbers.size);
      expect(people).toBeGreaterThan(0);
    },
  );
}

testWith('synthea-sdoh')('a person with 708 encounters gets all of them, over many pages', async () => {
  const { loaders, numbers, sandbox } = await load('synthea-sdoh');
  const subject = subjectOf(numbers.get('79a66c97-6131-3213-f3c9-4606946ab056')!);
  sandbox.forget();
  const { items, complete } = await loaders().encounters(subject);
  expect([items.length, new Set(items.map(({ id }) => id)).size, complete]).toEqual([708, 708, true]);
  expect(sandbox.requests.filter(({ path }) => path.endsWith('/Encounter'))).toHaveLength(15);
});

testWith('us-core-inferno')(
  'the scores of the US Core patients: a PHQ-2 of 2, and an AUDIT-C without a sum',
  async () => {
    const { loaders, numbers } = await load('us-core-inferno');
    const answers = await Promise.all([...numbers.values()].map((number) => loaders().measures(subjectOf(number))));
    const scores = answers
      .flatMap(({ items }) => items)
      .map(({ instrument, total, band }) => ({ instrument, total, band }));
    expect(scores).toEqual(
      expect.arrayContaining([
        { instrument: 'PHQ_2', total: 2, band: null },
        { instrument: 'AUDIT_C', total: null, band: null },
      ]),
    );
    expect(scores).toHaveLength(2);
  },
);

const byId = <Fact extends { id: unknown }>(facts: readonly Fact[]): Fact[] =>
  [...facts].sort((one, other) => (String(one.id) < String(other.id) ? -1 : 1));

const datesFall = (dates: readonly (string | null)[]): boolean =>
  dates.every((date, index) => index === 0 || Date.parse(dates[index - 1]!) >= Date.parse(date!));

const codesOf = (concept: CodeableConcept | null) =>
  concept && [concept.text, ...concept.codings.map(({ system, code, display }) => [system, code, display])];
const codesInFile = (concept: unknown) =>
  concept === undefined
    ? null
    : [
        at(concept, 'text') ?? null,
        ...list(at(concept, 'coding')).map(({ system, code, display }) => [
          system ?? null,
          code ?? null,
          display ?? null,
        ]),
      ];
const listInFile = (concepts: unknown) => list(concepts).map(codesInFile);
const inFile = (from: Json, ...paths: readonly string[]) => paths.map((path) => at(from, path) ?? null);

const conditionFacts = (from: Condition) => ({
  id: from.id,
  code: codesOf(from.code),
  status: [from.clinicalStatus, from.verificationStatus],
  categories: from.categories.map(codesOf),
  dates: [from.onset, from.abatement, from.recordedDate],
});
const conditionInFile = (from: Json) => ({
  id: from['id'],
  code: codesInFile(from['code']),
  status: inFile(from, 'clinicalStatus.coding.0.code', 'verificationStatus.coding.0.code'),
  categories: listInFile(from['category']),
  dates: inFile(from, 'onsetDateTime', 'abatementDateTime', 'recordedDate'),
});

const encounterFacts = (from: Encounter) => ({
  id: from.id,
  facts: [from.status, from.class?.code, from.start, from.end, from.serviceProvider],
  types: from.types.map(codesOf),
  reasons: from.reasons.map(codesOf),
});
const encounterInFile = (from: Json) => ({
  id: from['id'],
  facts: inFile(from, 'status', 'class.code', 'period.start', 'period.end', 'serviceProvider.display'),
  types: listInFile(from['type']),
  reasons: listInFile(from['reasonCode']),
});

const valueFacts = (from: Observation['value']) =>
  from && [
    from.quantity && [from.quantity.value, from.quantity.unit, from.quantity.code],
    codesOf(from.concept),
    from.text,
  ];
function valueInFile(from: Json) {
  const { valueQuantity: quantity, valueCodeableConcept: concept, valueString: words, valueBoolean: truth } = from;
  if (quantity === undefined && concept === undefined && words === undefined && truth === undefined) return null;
  return [
    quantity === undefined ? null : inFile(quantity as Json, 'value', 'unit', 'code'),
    codesInFile(concept),
    words ?? (truth === undefined ? null : JSON.stringify(truth)),
  ];
}
const observationFacts = (from: Observation) => ({
  id: from.id,
  status: from.status,
  code: codesOf(from.code),
  categories: from.categories.map(codesOf),
  dates: [from.effective, from.effectiveEnd, from.issued],
  value: valueFacts(from.value),
  components: from.components.map(({ code, value }) => [codesOf(code), valueFacts(value)]),
});
const observationInFile = (from: Json) => ({
  id: from['id'],
  status: from['status'],
  code: codesInFile(from['code']),
  categories: listInFile(from['category']),
  dates: [
    from['effectiveDateTime'] ?? at(from, 'effectivePeriod.start') ?? null,
    ...inFile(from, 'effectivePeriod.end', 'issued'),
  ],
  value: valueInFile(from),
  components: list(from['component']).map((part) => [codesInFile(part['code']), valueInFile(part)]),
});
