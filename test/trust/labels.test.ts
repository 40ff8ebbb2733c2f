/** Goal row 4: confidentiality is ordered, sensitivity is exact, and what has no label or code that is known is the most sensitive. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conditionCategories, parseClassification, type CodedValue } from '../../src/access/classification.js';
import type { Decision } from '../../src/access/types.js';
import { createLoaders } from '../../src/graph/loaders.js';
import type { ClientFile } from '../../src/graph/client-file.js';
import { packageRoot } from '../../src/package-root.js';

const text = readFileSync(new URL('policies/classification.yaml', packageRoot), 'utf8');
const classification = parseClassification(text);
const confidentiality = (code: string) => ({
  system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  code,
});
const sensitivity = (code: string) => ({ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code });
const testData = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' };
const snomed = (code: string) => ({ codings: [{ system: 'http://snomed.info/sct', code }] });
const [pain, depression, alcohol, hiv] = ['279039007', '35489007', '7200002', '86406008'].map(snomed);

const items: readonly [string, ReturnType<typeof snomed> | null, readonly CodedValue[], string][] = [
  ['no label and a known code', pain!, [], 'CONDITIONS'],
  ['no label and a code that nobody knows', snomed('1'), [], 'RESTRICTED_CONDITIONS'],
  ['no label and no code', null, [], 'RESTRICTED_CONDITIONS'],
  ['the label N and no code', null, [confidentiality('N')], 'RESTRICTED_CONDITIONS'],
  ['the label N and a known code', depression!, [confidentiality('N')], 'MENTAL_HEALTH_CONDITIONS'],
  ['the label L and a known code', pain!, [confidentiality('L')], 'CONDITIONS'],
  ['the label R', pain!, [confidentiality('R')], 'RESTRICTED_CONDITIONS'],
  ['the label V', pain!, [confidentiality('V')], 'RESTRICTED_CONDITIONS'],
  ['a confidentiality that nobody knows', pain!, [confidentiality('X')], 'RESTRICTED_CONDITIONS'],
  ['the label PSY', pain!, [sensitivity('PSY')], 'MENTAL_HEALTH_CONDITIONS'],
  ['the label PSY and a code that is more sensitive', hiv!, [sensitivity('PSY')], 'RESTRICTED_CONDITIONS'],
  ['the label N and PSY', pain!, [confidentiality('N'), sensitivity('PSY')], 'MENTAL_HEALTH_CONDITIONS'],
  ['the label ETHUD', alcohol!, [sensitivity('ETHUD')], 'SUBSTANCE_USE_CONDITIONS'],
  ['a sensitivity that nobody knows', pain!, [sensitivity('NEW')], 'RESTRICTED_CONDITIONS'],
  ['a label that is not about sensitivity', pain!, [testData], 'CONDITIONS'],
]; // prettier-ignore
test.each(items)('row 4: an item with %s', (_what, code, securityLabels, expected) => {
  expect(classification.ofItem({ code, securityLabels })).toBe(expected);
});

test('row 4: one more label never makes an item of a known code less sensitive, and their order does not matter', () => {
  const label = fc.oneof(
    fc.constantFrom('U', 'L', 'M', 'N', 'R', 'V', 'X').map(confidentiality),
    fc.constantFrom('PSY', 'ETH', 'HIV', 'NEW').map(sensitivity),
    fc.constant(testData),
  );
  const code = fc.constantFrom(pain, depression, alcohol, hiv);
  const rank = (category: string): number => conditionCategories.findIndex((each) => each === category);
  fc.assert(
    fc.property(code, fc.array(label, { maxLength: 4 }), label, (of, labels, another) => {
      const ofItem = (securityLabels: readonly CodedValue[]) =>
        rank(classification.ofItem({ code: of!, securityLabels }));
      expect(ofItem([...labels, another])).toBeLessThanOrEqual(ofItem(labels));
      expect(ofItem([...labels].reverse())).toBe(ofItem(labels));
    }),
  );
});

test('row 4: an item of no known code is the most sensitive, whatever labels it has that ask for nothing', () => {
  const ordinary = fc.constantFrom(...['U', 'L', 'M', 'N'].map(confidentiality), testData);
  const unknown = fc.oneof(fc.constant(null), fc.stringMatching(/^9\d{6,12}$/).map(snomed));
  fc.assert(
    fc.property(unknown, fc.array(ordinary, { maxLength: 4 }), (code, securityLabels) => {
      expect(classification.ofItem({ code, securityLabels })).toBe('RESTRICTED_CONDITIONS');
    }),
  );
});

test('row 4: a consent to R admits N, one to N does not admit R, and one to PSY admits PSY alone', () => {
  const admitted = (label: CodedValue) => classification.admittedBy(label);
  expect(admitted(confidentiality('R'))).toEqual([...conditionCategories]);
  expect(admitted(confidentiality('V'))).toEqual([...conditionCategories]);
  expect(admitted(confidentiality('N'))).toEqual(['CONDITIONS']);
  expect(admitted(sensitivity('PSY'))).toEqual(['MENTAL_HEALTH_CONDITIONS']);
  expect(admitted(confidentiality('X'))).toBeUndefined();
  expect(admitted(sensitivity('NEW'))).toBeUndefined();
});

describe('row 4: an observation, encounter, appointment, fit note or score that is labelled', () => {
  const sections = ['observations', 'encounters', 'appointments', 'fitNotes', 'measures'] as const;
  const item = (id: string, securityLabels: readonly CodedValue[], effective = '2026-01-01') => ({ id, securityLabels, effective, start: effective }); // prettier-ignore
  const held = [
    item('none', []),
    item('N', [confidentiality('N'), testData]),
    item('PSY', [sensitivity('PSY')]),
    item('old PSY', [sensitivity('PSY')], '2020-01-01'),
    item('R', [confidentiality('R')]),
  ];
  const decision = (change: Partial<Decision>): Decision => ({ permitted: true, category: 'OBSERVATIONS', rule: 'H-01', basis: 'DIRECT_CARE', policyVersion: 'x', consents: [], ...change }); // prettier-ignore
  const ids = async (section: (typeof sections)[number], decide: (category: string) => Partial<Decision>) => {
    const answer = () => Promise.resolve({ items: held, retrievedAt: '2026-11-25T00:00:00Z', complete: true });
    const file = { id: 'c', subjects: () => [{}] } as unknown as ClientFile;
    const loaders = createLoaders([{ name: 'care', operations: () => ({ [section]: answer }) }], {
      classification,
      onFault: (error) => { throw error; },
      periodsOf: () => undefined,
      identify: () => Promise.resolve(undefined),
      subjects: { fileOf: () => Promise.resolve(undefined), decide: (_file, category) => decision(decide(category)), decideThrough: (_file, category) => decision(decide(category)), onHeldBack: () => undefined },
    }); // prettier-ignore
    const record = await loaders[section](file);
    return 'items' in record ? (record.items as readonly unknown[] as typeof held).map(({ id }) => id) : [];
  };
  test.each(sections)('%s: is shown only to whom conditions as sensitive are shown', async (section) => {
    expect(await ids(section, () => ({}))).toEqual(['none', 'N', 'PSY', 'old PSY', 'R']);
    const noMentalHealth = (category: string) => ({ permitted: category !== 'MENTAL_HEALTH_CONDITIONS' });
    expect(await ids(section, noMentalHealth)).toEqual(['none', 'N', 'R']);
    const recentOnly = (category: string): Partial<Decision> =>
      category === 'MENTAL_HEALTH_CONDITIONS' ? { dataPeriods: [{ start: '2025-01-01' }] } : {};
    expect(await ids(section, recentOnly)).toEqual(['none', 'N', 'PSY', 'R']);
  }); // prettier-ignore
});

test('row 4: lists that put the ordinary confidentiality outside of the order are refused', () => {
  expect(() => parseClassification(text.replace('ordinary: N', 'ordinary: X'))).toThrow('must stand in the order');
});
