/** Folders of FHIR bundles become a care record: streamed, linked, and the same again when loaded again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createNhsNumberAssigner, loadBundles } from '../../../adapters/nhs-care-record/bundle-loader.js';
import { ResourceStore } from '../../../adapters/nhs-care-record/sandbox/store.js';
import { dataFolder, testWith, type Json } from './outside-data.js';

let folder: string;
let store: ResourceStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  store = new ResourceStore(':memory:');
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const write = (name: string, content: unknown): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
};
const bundle = (type: string, ...entry: object[]) => ({ resourceType: 'Bundle', type, entry });
const load = (from = folder) => loadBundles({ folder: from, into: store, assignNhsNumber: createNhsNumberAssigner() });
const held = (type: string, id: string): Json | undefined => {
  const body = store.get(type, id);
  return body === undefined ? undefined : (JSON.parse(body) as Json);
};
const patient = (id: string, rest: object = {}) => ({ resourceType: 'Patient', id, ...rest });
const observation = (id: string, reference: string) => ({ resourceType: 'Observation', id, subject: { reference } });

test('references by urn:uuid and by fullUrl become Type/id, also to later entries; others stay', async () => {
  write(
    'a.json',
    bundle(
      'transaction',
      {
        fullUrl: 'urn:uuid:o1',
        resource: observation('o1', 'urn:uuid:p1'),
        request: { method: 'POST', url: 'Observation' },
      },
      { fullUrl: 'http://old.example/Observation/o2', resource: observation('o2', 'http://old.example/Patient/p2') },
      {
        resource: {
          ...observation('o3', 'Patient/p9'),
          performer: [{ reference: 'https://other.example/Practitioner/1' }, { reference: '#c' }],
        },
      },
      { fullUrl: 'urn:uuid:p1', resource: patient('p1') },
      { fullUrl: 'http://old.example/Patient/p2', resource: patient('p2') },
    ),
  );
  expect(await load()).toMatchObject({ files: 1, patients: 2, unresolvedReferences: 0 });
  expect(held('Observation', 'o1')?.['subject']).toEqual({ reference: 'Patient/p1' });
  expect(held('Observation', 'o2')?.['subject']).toEqual({ reference: 'Patient/p2' });
  expect(held('Observation', 'o3')).toMatchObject({
    subject: { reference: 'Patient/p9' },
    performer: [{ reference: 'https://other.example/Practitioner/1' }, { reference: '#c' }],
  });
});

test('the urn of one bundle means nothing in the next, and is counted as unresolved', async () => {
  write('a.json', bundle('collection', { fullUrl: 'urn:uuid:p', resource: patient('p') }));
  write('b.json', bundle('collection', { resource: observation('o', 'urn:uuid:p') }));
  expect(await load()).toMatchObject({ files: 2, unresolvedReferences: 1 });
  expect(held('Observation', 'o')?.['subject']).toEqual({ reference: 'urn:uuid:p' });
});

test('conditional references are resolved wherever their target is, once it is there', async () => {
  const by = (value: string) => ({
    participant: [{ individual: { reference: `Practitioner?identifier=npi|${value}` } }],
  });
  write(
    'a.json',
    bundle(
      'transaction',
      { resource: { resourceType: 'Encounter', id: 'e1', ...by('1') } },
      { resource: { resourceType: 'Encounter', id: 'e2', ...by('2') } },
      { resource: { resourceType: 'Encounter', id: 'e3', ...by('3') } },
    ),
  );
  const practitioner = (id: string, value: string) => ({
    resource: { resourceType: 'Practitioner', id, identifier: [{ system: 'npi', value }] },
  });
  write('z/_people.json', bundle('batch', practitioner('dr-1', '1')));
  write('z.json', bundle('batch', practitioner('dr-2', '2'), practitioner('dr-3a', '3'), practitioner('dr-3b', '3')));
  expect(await load()).toMatchObject({ unresolvedReferences: 1 });
  expect(held('Encounter', 'e1')).toMatchObject({ participant: [{ individual: { reference: 'Practitioner/dr-1' } }] });
  expect(held('Encounter', 'e2')).toMatchObject({ participant: [{ individual: { reference: 'Practitioner/dr-2' } }] });
  expect(held('Encounter', 'e3')).toMatchObject(by('3'));
});

test('a person without an NHS number gets one of the test range, one with a number keeps it', async () => {
  const own = { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9000000009' };
  write(
    'a.json',
    bundle(
      'collection',
      { resource: patient('has', { identifier: [own] }) },
      { resource: patient('has-not', { identifier: [{ system: 'ssn', value: '1' }] }) },
    ),
  );
  const told: [unknown, string][] = [];
  await loadBundles({
    folder,
    into: store,
    assignNhsNumber: createNhsNumberAssigner(),
    onPatient: ({ nhsNumber, resource }) => void told.push([resource['id'], nhsNumber]),
  });
  const [given] = told.filter(([id]) => id === 'has-not').map(([, number]) => number);
  expect(given).toMatch(/^999\d{7}$/);
  expect(told).toEqual(
    expect.arrayContaining([
      ['has', '9000000009'],
      ['has-not', given],
    ]),
  );
  expect(held('Patient', 'has-not')?.['identifier']).toEqual([
    { system: 'ssn', value: '1' },
    { system: own.system, value: given },
  ]);
});

test('a number given by one load is kept by the next, whatever the assigner says then', async () => {
  write('a.json', bundle('collection', { resource: patient('p') }));
  await loadBundles({ folder, into: store, assignNhsNumber: () => '9990000018' });
  await loadBundles({ folder, into: store, assignNhsNumber: () => '9990000026' });
  expect(held('Patient', 'p')).toMatchObject({ identifier: [{ value: '9990000018' }] });
});

test('an assigner that gives two people one number is refused, and the file with it', async () => {
  write('a.json', bundle('collection', { resource: patient('p') }, { resource: patient('q') }));
  await expect(loadBundles({ folder, into: store, assignNhsNumber: () => '9990000018' })).rejects.toThrow(
    'two patients',
  );
  expect(store.counts()).toEqual({});
});

test('assigned numbers are distinct, have valid check digits, and depend on the key alone', () => {
  const assign = createNhsNumberAssigner();
  const numbers = Array.from({ length: 5_000 }, (_, index) => assign(`patient-${index}`));
  expect(new Set(numbers).size).toBe(5_000);
  expect(createNhsNumberAssigner()('patient-7')).toBe(assign('patient-7'));
  expect(createNhsNumberAssigner([assign('patient-7')])('patient-7')).not.toBe(assign('patient-7'));
  for (const number of numbers) {
    const digits = Array.from(number, Number);
    const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
    expect((11 - (sum % 11)) % 11).toBe(digits[9]);
  }
});

test('what is not a bundle that can be loaded is left out whole, and named with its reason', async () => {
  write('document.json', bundle('document', { resource: patient('d') }));
  write('list.json', { entry: [{ resource: patient('l') }], resourceType: 'List' });
  write('patient.json', patient('alone'));
  write('array.json', '[1, 2]');
  write('truncated.json', JSON.stringify(bundle('collection', { resource: patient('t') })).slice(0, -5));
  write('notes.txt', 'not JSON, not looked at');
  write('good.json', bundle('collection', { resource: patient('g') }));
  const report = await load();
  expect(report.skipped).toEqual([
    { file: 'array.json', reason: 'not a Bundle but no FHIR resource' },
    { file: 'document.json', reason: 'a Bundle of type document' },
    { file: 'list.json', reason: 'not a Bundle but List' },
    { file: 'patient.json', reason: 'not a Bundle but Patient' },
    { file: 'truncated.json', reason: 'not valid JSON' },
  ]);
  expect(store.counts()).toEqual({ Patient: 1 });
});

test('what a bundle says after its entries counts as well', async () => {
  write('a.json', { entry: [{ resource: patient('p') }], type: 'searchset', resourceType: 'Bundle' });
  expect(await load()).toMatchObject({ files: 1, patients: 1 });
});

test('a resource without an id gets one from its entry; deletions and server remarks store nothing', async () => {
  write(
    'a.json',
    bundle(
      'transaction',
      {
        fullUrl: 'urn:uuid:6b1cbb6a-0000-4000-8000-000000000001',
        resource: { resourceType: 'Patient' },
        request: { method: 'POST', url: 'Patient' },
      },
      { resource: { resourceType: 'Patient', active: true }, request: { method: 'PUT', url: 'Patient/from-url' } },
      { request: { method: 'DELETE', url: 'Patient/x' } },
      { resource: { resourceType: 'OperationOutcome' }, search: { mode: 'outcome' } },
    ),
  );
  expect(await load()).toMatchObject({ patients: 2, ignoredEntries: 2 });
  expect(held('Patient', '6b1cbb6a-0000-4000-8000-000000000001')).toBeDefined();
  expect(held('Patient', 'from-url')).toBeDefined();
});

testWith(
  'synthea',
  'synthea-sdoh',
  'us-core-inferno',
)('the outside histories load completely, and a second load changes nothing', async () => {
  for (const [name, people] of [
    ['synthea', 19],
    ['synthea-sdoh', 10],
    ['us-core-inferno', 2],
  ] as const) {
    const report = await load(dataFolder(name));
    expect(report).toMatchObject({ patients: people, skipped: [], unresolvedReferences: 0, ignoredEntries: 0 });
    const counts = store.counts();
    expect(await load(dataFolder(name))).toEqual(report);
    expect(store.counts()).toEqual(counts);
  }
  expect(store.counts()).toMatchObject({ Patient: 31, Condition: 666, Encounter: 1810, Observation: 2098 });
});

testWith('pacio')('single resources are named as left out', async () => {
  const { files, skipped } = await load(dataFolder('pacio'));
  expect([files, skipped.length]).toEqual([0, 83]);
});
