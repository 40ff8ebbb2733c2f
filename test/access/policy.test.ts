import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parseClassification } from '../../src/access/classification.js';
import { parsePolicy, PolicyFault } from '../../src/access/policy.js';
import { packageRoot } from '../../src/package-root.js';

const read = (name: string): string => readFileSync(new URL(`policies/${name}`, packageRoot), 'utf8');

const header = `version: 'x'\neffectiveFrom: 2026-01-01\nlocationCategories: []\nconsentRecorders: []\n`;
const rule = (id: string, basis = 'CONSENT'): string =>
  `  - { id: ${id}, audiences: [CLINICIAN], purposes: [DIRECT_CARE], categories: [BENEFITS], basis: ${basis}, because: x }\n`;

const faultsOf = (text: string): readonly string[] => {
  try {
    parsePolicy(text);
  } catch (error) {
    if (error instanceof PolicyFault) return error.faults;
    throw error;
  }
  return [];
};

test('the policy that is shipped has no fault', () => {
  expect(faultsOf(read('sharing.yaml'))).toEqual([]);
});

test('the first rule that names a request decides it', () => {
  const policy = parsePolicy(
    `${header}rules:\n${rule('A-01', 'NEVER').replace('[BENEFITS]', '[BENEFITS, CONTACT]')}${rule('A-02').replace('[BENEFITS]', '[BENEFITS, MEASURES]')}`,
  );
  expect(policy.ruleFor('CLINICIAN', 'DIRECT_CARE', 'BENEFITS')?.id).toBe('A-01');
  expect(policy.ruleFor('CLINICIAN', 'DIRECT_CARE', 'MEASURES')?.id).toBe('A-02');
  expect(policy.ruleFor('CLINICIAN', 'COMMISSIONING', 'MEASURES')).toBeUndefined();
});

test('a rule that can never fire and an id that stands twice are both named at once', () => {
  expect(faultsOf(`${header}rules:\n${rule('A-01')}${rule('A-01')}${rule('A-03')}`)).toEqual([
    'rule A-01: the id stands twice',
    'rule A-01: earlier rules decide everything that it names',
    'rule A-03: earlier rules decide everything that it names',
  ]);
});

test('unknown names and unknown settings are refused', () => {
  const faults = faultsOf(`${header}colour: red\nrules:\n${rule('A-01').replace('CLINICIAN', 'CLINICAIN')}`);
  expect(faults).toHaveLength(2);
  expect(faults.join('\n')).toContain('rules.0.audiences.0');
});

test('text that is not YAML is refused', () => {
  expect(faultsOf('rules: [')).not.toEqual([]);
});

const snomed = 'http://snomed.info/sct';
const item = (code: string, labels: readonly { system: string; code: string }[] = []) => ({
  code: { codings: [{ system: snomed, code }] },
  securityLabels: labels,
});

test('a clinical item is classified by its labels and its codes, and is most sensitive where neither says', () => {
  const { ofItem: classify } = parseClassification(read('classification.yaml'));
  expect(classify(item('279039007'))).toBe('CONDITIONS');
  expect(classify(item('35489007'))).toBe('MENTAL_HEALTH_CONDITIONS');
  expect(classify(item('7200002'))).toBe('SUBSTANCE_USE_CONDITIONS');
  expect(classify(item('279039007', [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }]))).toBe('RESTRICTED_CONDITIONS'); // prettier-ignore
  expect(classify(item('1'))).toBe('RESTRICTED_CONDITIONS');
  expect(classify({ code: null, securityLabels: [] })).toBe('RESTRICTED_CONDITIONS');
  // A code is nothing without its system.
  expect(classify({ code: { codings: [{ system: 'urn:other', code: '279039007' }] }, securityLabels: [] })).toBe('RESTRICTED_CONDITIONS'); // prettier-ignore
});
