/** FHIR R4 Consent: every outside example is read to its known meaning or refused with the reason; what goes out comes back the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../src/access/decide.js';
import { parseClassification } from '../../src/access/classification.js';
import type { AccessRequest, Consent, DataCategory } from '../../src/access/types.js';
import { parseBasePolicies } from '../../src/consent/fhir/base-policies.js';
import { readConsent } from '../../src/consent/fhir/read.js';
import { importFaults, type Reading } from '../../src/consent/fhir/reading.js';
import { writeConsent } from '../../src/consent/fhir/write.js';
import { packageRoot } from '../../src/package-root.js';
import { dataFolder, list, readJson, testWith, type Json } from '../adapters/nhs-care-record/outside-data.js';
import { createClock, startHub, type TestHub } from '../acceptance/hub.js';
import { AMINA, nobodySpecial } from '../acceptance/people.js';
import { anyConsent, anyRequest, coachAsks, permitting, policy, today } from './consent-samples.js';

const classification = parseClassification(readFileSync(new URL('policies/classification.yaml', packageRoot), 'utf8'));
const table = readFileSync(new URL('policies/consent-policies.yaml', packageRoot), 'utf8');
const basePolicies = parseBasePolicies(table);
const read = (resource: unknown, on = today): Reading =>
  readConsent(resource, { classification, basePolicies, today: on });
const faultsOf = (reading: Reading): readonly string[] =>
  reading.kind === 'REFUSED' ? [...new Set(reading.faults.map(({ code }) => code))].sort() : [];

/** A meaning in one line, or the codes of the refusal. */
function meaningOf(reading: Reading): string {
  if (reading.kind === 'REFUSED') return faultsOf(reading).join(' ');
  if (reading.kind === 'REPRESENTATION') {
    const { authority, nhsNumber, period } = reading;
    return `${nhsNumber} acts as ${authority} ${period.start}..${period.end ?? ''}`;
  }
  const { effect, categories, recipients, purposes, period, dataPeriod, exceptions } = reading.terms;
  const whom = recipients.map((each) => (each.kind === 'audience' ? each.audience : each.kind)).join();
  const data = dataPeriod ? ` of data of ${dataPeriod.start}..${dataPeriod.end ?? ''}` : '';
  const but = exceptions ? ` but ${JSON.stringify(exceptions)}` : '';
  return `${effect} ${categories.join() || 'everything'} to ${whom || 'everybody'} for ${purposes.join()} from ${period.start}${data}${but}`;
}

/** The day on which the table below reads: the relationships of vrs-consent hold, those with an end in 2022 do not. */
const readOn = '2026-01-15';
/** What the base policy of the examples of IHE PCF is known to mean, and what a label N leaves of it. */
const toThoseWhoCare = 'to CLINICIAN for DIRECT_CARE,SERVICE_MANAGEMENT from 2022-06-13';
const careRecord =
  'APPOINTMENTS,CONDITIONS,ENCOUNTERS,FIT_NOTES,MEASURES,MENTAL_HEALTH_CONDITIONS,OBSERVATIONS,RESTRICTED_CONDITIONS,SUBSTANCE_USE_CONDITIONS';
const ordinary = 'APPOINTMENTS,CONDITIONS,ENCOUNTERS,FIT_NOTES,MEASURES,OBSERVATIONS';
const sensitive = '["MENTAL_HEALTH_CONDITIONS","RESTRICTED_CONDITIONS","SUBSTANCE_USE_CONDITIONS"]';
const flags = 'BASE_POLICY_UNKNOWN PERMIT_WITHOUT_ACTOR PERMIT_WITHOUT_CATEGORY PURPOSE_UNKNOWN TYPE_MISSING';
const parent = (number: string, end = '2026-02-11') => `${number} acts as PARENTAL_RESPONSIBILITY 2025-02-11..${end}`;
const deputy = (number: string) => `${number} acts as PERSONAL_WELFARE_DEPUTY 2025-02-11..2026-02-11`;
const bestInterest = '9000000022 acts as BEST_INTERESTS 2025-02-11..2026-02-11';

/** By file, what each Consent in it means. What is not here holds no Consent, and reads as none. */
const known: Readonly<Record<string, readonly string[]>> = {
  'consent-pcf/examples/Consent-ex-consent-advanced-normal-break-glass-restricted.json': ['ACTOR_UNKNOWN NOT_AN_EXCEPTION PURPOSE_UNKNOWN'],
  'consent-pcf/examples/Consent-ex-consent-advanced-normal-focused-psy-or-sdv.json': ['ACTOR_UNKNOWN NOT_AN_EXCEPTION'],
  'consent-pcf/examples/Consent-ex-consent-advanced-normal-focused-psy.json': ['ACTOR_UNKNOWN NOT_AN_EXCEPTION'],
  'consent-pcf/examples/Consent-ex-consent-advanced-normal-not-restricted.json': [`PERMIT ${ordinary} ${toThoseWhoCare} but [{"categories":${sensitive}}]`],
  'consent-pcf/examples/Consent-ex-consent-advanced-normal.json': [`PERMIT ${ordinary} ${toThoseWhoCare}`],
  'consent-pcf/examples/Consent-ex-consent-basic-ink.json': [`PERMIT ${careRecord} ${toThoseWhoCare}`],
  'consent-pcf/examples/Consent-ex-consent-basic-reject.json': ['DENY everything to everybody for DIRECT_CARE,SERVICE_MANAGEMENT from 2022-06-13'],
  'consent-pcf/examples/Consent-ex-consent-basic-research.json': ['BASE_POLICY_UNKNOWN PERMIT_WITHOUT_ACTOR PERMIT_WITHOUT_CATEGORY PURPOSE_UNKNOWN'],
  'consent-pcf/examples/Consent-ex-consent-basic-treat.json': [`PERMIT ${careRecord} ${toThoseWhoCare}`],
  'consent-pcf/examples/Consent-ex-consent-expired-treat.json': ['PAST_ITS_END'],
  'consent-pcf/examples/Consent-ex-consent-intermediate-data.json': ['SINGLE_RECORDS_NOT_SUPPORTED'],
  'consent-pcf/examples/Consent-ex-consent-intermediate-not-data.json': ['SINGLE_RECORDS_NOT_SUPPORTED'],
  'consent-pcf/examples/Consent-ex-consent-intermediate-not-encounter.json': ['SINGLE_RECORDS_NOT_SUPPORTED'],
  'consent-pcf/examples/Consent-ex-consent-intermediate-not-timeframe.json': [`PERMIT ${careRecord} ${toThoseWhoCare} but [{"dataPeriod":{"start":"2022-01-01","end":"2022-12-31"}}]`],
  'consent-pcf/examples/Consent-ex-consent-intermediate-timeframe.json': [`PERMIT ${careRecord} ${toThoseWhoCare} of data of 2022-01-01..2022-12-31`],
  'ra-flags/examples/Bundle-AddCPISRecordTransactionExample1.json': [flags],
  'ra-flags/examples/Bundle-AddRARecordTransactionExample1.json': [flags],
  'ra-flags/examples/Consent-CPISConsentExample1.json': [flags],
  'ra-flags/examples/Consent-FGMConsentExample1.json': [flags],
  'ra-flags/examples/Consent-RAConsentExample1.json': [flags],
  'ra-flags/examples/Consent-RAConsentExampleDissent.json': ['BASE_POLICY_UNKNOWN PERMIT_WITHOUT_ACTOR PERMIT_WITHOUT_CATEGORY PURPOSE_UNKNOWN REFUSAL_UNDER_ACTIVE TYPE_MISSING'],
  'ra-flags/examples/Consent-RAConsentExampleRevoked.json': ['BASE_POLICY_UNKNOWN PERMIT_WITHOUT_ACTOR PERMIT_WITHOUT_CATEGORY PURPOSE_UNKNOWN REVOCATION_UNDER_ACTIVE TYPE_MISSING'],
  'vrs-consent/requests/POST_Consent/adult_to_adult_proxy_creation.json': ['9000000017 acts as PERSONAL_WELFARE_DEPUTY 2026-02-11..'],
  'vrs-consent/requests/POST_Consent/parent_child_proxy_creation.json': [parent('9000000009', '2029-02-11')],
  'vrs-consent/responses/GET_Consent/filtered-relationships-status-proposed-active.json': [parent('9000000017'), parent('9000000017'), 'NOT_ACTIVE', 'NOT_ACTIVE'],
  'vrs-consent/responses/GET_Consent/multiple-relationships-include-performer-patient.json': [parent('9000000022'), bestInterest, 'NOT_ACTIVE'],
  'vrs-consent/responses/GET_Consent/multiple-relationships-include-performer.json': [parent('9000000022'), bestInterest, 'NOT_ACTIVE'],
  'vrs-consent/responses/GET_Consent/multiple-relationships-single-patient-include-patient.json': [deputy('9000000020'), deputy('9000000021'), 'NOT_ACTIVE'],
  'vrs-consent/responses/GET_Consent/multiple-relationships-single-patient-include-performer-patient.json': [deputy('9000000020'), deputy('9000000021'), 'NOT_ACTIVE'],
  'vrs-consent/responses/GET_Consent/multiple-relationships-single-patient.json': [parent('9000000020'), deputy('9000000021'), 'NOT_ACTIVE'],
  'vrs-consent/responses/GET_Consent/single-consenting-adult-relationship-include-performer.json': [parent('9000000010', '2029-02-11')],
  'vrs-consent/responses/GET_Consent/single-consenting-adult-relationship.json': [deputy('9000000010')],
  'vrs-consent/responses/GET_Consent/single-mother-child-relationship-include-performer-patient.json': [parent('9000000019', '2029-02-11')],
  'vrs-consent/responses/GET_Consent/single-mother-child-relationship.json': [parent('9000000019', '2029-02-11')],
}; // prettier-ignore

const folders = ['consent-pcf', 'ra-flags', 'vrs-consent'] as const;
const withFolders = testWith(...folders);
const filesOf = (folder: string): readonly string[] =>
  readdirSync(dataFolder(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name}`);
const consentsIn = (file: string): readonly unknown[] => {
  const resource = readJson(file);
  if (resource['resourceType'] !== 'Bundle') return [resource];
  return list(resource['entry']).map((entry) => entry['resource']).filter((each) => (each as Json | undefined)?.['resourceType'] === 'Consent'); // prettier-ignore
};

withFolders('every file of the three folders is read to its known meaning, or refused with its reasons', () => {
  const files = folders.flatMap(filesOf);
  expect(files).toHaveLength(155);
  const found = Object.fromEntries(files.map((file) => [file, consentsIn(file).map((each) => meaningOf(read(each, readOn)))])); // prettier-ignore
  const others = Object.entries(found).filter(([file]) => !(file in known));
  expect(others.filter(([, meanings]) => meanings.some((meaning) => meaning !== 'NOT_A_CONSENT'))).toEqual([]);
  expect(Object.fromEntries(Object.entries(found).filter(([file]) => file in known))).toEqual(known);
});

withFolders('a relationship that still says active the day after its end is refused for that', () => {
  const [consent] = consentsIn('vrs-consent/responses/GET_Consent/single-consenting-adult-relationship.json');
  expect(read(consent, '2026-02-11').kind).toBe('REPRESENTATION');
  expect(faultsOf(read(consent, '2026-02-12'))).toEqual(['PAST_ITS_END']);
});

describe('the examples of IHE PCF, once they name whom and what they are for, mean what their descriptions say', () => {
  const careRecord: DataCategory[] = ['CONDITIONS', 'MENTAL_HEALTH_CONDITIONS', 'RESTRICTED_CONDITIONS', 'FIT_NOTES'];
  const example = (name: string): Consent => {
    const resource = readJson('consent-pcf', 'examples', `Consent-ex-consent-${name}.json`);
    const base = resource['provision'] as Json;
    const provision = {
      ...base,
      actor: [{ reference: { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'Y90001' } } }],
      class: careRecord.map((code) => ({ system: 'urn:work-health-hub:data-category', code })),
    }; // prettier-ignore
    const reading = read({ ...resource, provision });
    if (reading.kind !== 'CONSENT') throw new Error(`${name}: ${meaningOf(reading)}`);
    return { ...reading.terms, id: name, version: 1, status: 'ACTIVE' };
  };
  /** A policy in which a clinician's direct care needs consent, so that only the example decides. */
  const strict = { ...policy, ruleFor: () => ({ id: 'T-01', basis: 'CONSENT' as const, because: 'test' }) };
  const clinician = (category: DataCategory): AccessRequest => ({ ...coachAsks(), category, viewer: { ...coachAsks().viewer, organisation: 'Y90001' as never, audience: 'CLINICIAN', purpose: 'DIRECT_CARE' } }); // prettier-ignore
  const seen = (name: string) => careRecord.filter((category) => decide(strict, [example(name)], clinician(category)).permitted); // prettier-ignore
  const withPcf = testWith('consent-pcf');

  withPcf('normal admits what is not sensitive, with the exclusion of restricted or without it', () => {
    expect(seen('basic-treat')).toEqual(careRecord);
    expect(seen('advanced-normal')).toEqual(['CONDITIONS', 'FIT_NOTES']);
    expect(seen('advanced-normal-not-restricted')).toEqual(['CONDITIONS', 'FIT_NOTES']);
  });

  withPcf('a timeframe is of the data, whether it is let in or kept out', () => {
    const periods = (name: string) => decide(strict, [example(name)], clinician('FIT_NOTES')).dataPeriods;
    expect(periods('intermediate-timeframe')).toEqual([{ start: '2022-01-01', end: '2022-12-31' }]);
    expect(periods('intermediate-not-timeframe')).toEqual([
      { start: '0001-01-01', end: '2021-12-31' },
      { start: '2023-01-01' },
    ]);
  });
});

describe('what a permit leaves open is read from the policy that it refers to, if that is known', () => {
  const uri = 'http://example.org/policies/basePrivacyConsentPolicy.txt';
  const whole = writeConsent(permitting({ givenOn: today }), 'c') as Json;
  const { actor: _actor, class: _class, purpose: _purpose, ...open } = whole['provision'] as Json;
  const withPolicies = (uris: readonly string[], provision: object = {}) =>
    read({ ...whole, policy: uris.map((each) => ({ uri: each })), provision: { ...open, ...provision } });
  const filled = (reading: Reading) => (reading.kind === 'CONSENT' ? reading.fromPolicy : meaningOf(reading));

  test('whom, what for and what about, each only where the resource does not say it', () => {
    expect(filled(withPolicies([uri]))).toEqual(['Consent.provision.actor', 'Consent.provision.purpose', 'Consent.provision.class']);
    const given = whole['provision'] as Json;
    expect(filled(withPolicies([uri], { actor: given['actor'], class: given['class'] }))).toEqual(['Consent.provision.purpose']);
    expect(filled(read({ ...whole, policy: [{ uri }] }))).toEqual([]);
    const own = withPolicies([uri], { actor: given['actor'] });
    expect(own).toMatchObject({ terms: { recipients: permitting().recipients } });
  }); // prettier-ignore

  test('a label narrows what the policy speaks of, and may leave nothing', () => {
    const label = (code: string) => ({ securityLabel: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code }] }); // prettier-ignore
    expect(withPolicies([uri], label('PSY'))).toMatchObject({ terms: { categories: ['MENTAL_HEALTH_CONDITIONS'] } });
    const other = parseBasePolicies(table.replace('        MENTAL_HEALTH_CONDITIONS,\n', ''));
    const resource = { ...whole, policy: [{ uri }], provision: { ...open, ...label('PSY') } };
    expect(faultsOf(readConsent(resource, { classification, basePolicies: other, today }))).toEqual([
      'CATEGORY_UNKNOWN',
    ]);
  });

  test('no other policy, and not two of them, fill anything in; a denial is not filled in by any', () => {
    const bare = ['PERMIT_WITHOUT_ACTOR', 'PERMIT_WITHOUT_CATEGORY', 'PERMIT_WITHOUT_PURPOSE'];
    expect(faultsOf(withPolicies(['http://example.org/other']))).toEqual(['BASE_POLICY_UNKNOWN', ...bare]);
    expect(faultsOf(withPolicies([]))).toEqual(bare);
    const twice = parseBasePolicies(`${table}  - { uri: 'urn:x', means: x, recipients: [{ organisation: Y90001 }], purposes: [DIRECT_CARE], categories: [CONTACT] }\n`); // prettier-ignore
    const both = { ...whole, policy: [{ uri }, { uri: 'urn:x' }], provision: open };
    expect(faultsOf(readConsent(both, { classification, basePolicies: twice, today }))).toContain(
      'BASE_POLICY_UNKNOWN',
    );
    expect(withPolicies([uri], { type: 'deny' })).toMatchObject({ terms: { effect: 'DENY', categories: [], recipients: [] }, fromPolicy: [] }); // prettier-ignore
  });

  test('a table with an unknown name, an empty list or one policy twice is refused with every fault', () => {
    expect(() => parseBasePolicies(table.replace('[DIRECT_CARE]', '[]'))).toThrow('basePolicies.0.purposes');
    expect(() => parseBasePolicies(table.replace('CLINICIAN', 'NURSE'))).toThrow('basePolicies.0.recipients.0');
    const entry = table.slice(table.indexOf("  - uri: '"));
    expect(() => parseBasePolicies(`${table}${entry}`)).toThrow(`${uri}: it stands twice`);
  });
});

describe('what would change the meaning is refused, and nothing is guessed', () => {
  const whole = writeConsent(permitting({ givenOn: today }), 'c') as Json;
  const base = whole['provision'] as Json;
  const changed = (change: object, provision: object = {}) =>
    faultsOf(read({ ...whole, ...change, provision: { ...base, ...provision } }));
  const actor = (reference: object) => ({ actor: [{ reference }] });
  const deny = { type: 'deny', purpose: base['purpose'] };
  const cases: readonly [string, object, object, string][] = [
    ['a modifier on the resource', { modifierExtension: [{ url: 'x' }] }, {}, 'UNKNOWN_MODIFIER'],
    ['a modifier on a rule', {}, { modifierExtension: [{ url: 'x' }] }, 'UNKNOWN_MODIFIER'],
    ['a modifier on a nested rule', {}, { provision: [{ ...deny, modifierExtension: [{ url: 'x' }] }] }, 'UNKNOWN_MODIFIER'],
    ['a draft', { status: 'draft' }, {}, 'NOT_ACTIVE'],
    ['an entry in error', { status: 'entered-in-error' }, {}, 'NOT_ACTIVE'],
    ['a consent to treatment', { scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'treatment' }] } }, {}, 'NOT_ABOUT_PRIVACY'],
    ['no type', {}, { type: undefined }, 'TYPE_MISSING'],
    ['a nested rule without a type', {}, { provision: [{ purpose: base['purpose'] }] }, 'TYPE_MISSING'],
    ['two rules that clash', {}, { provision: [deny, { ...deny, type: 'permit' }] }, 'CLASHING_RULES'],
    ['no actor', {}, { actor: undefined }, 'PERMIT_WITHOUT_ACTOR'],
    ['no purpose', {}, { purpose: undefined }, 'PERMIT_WITHOUT_PURPOSE'],
    ['no class', {}, { class: undefined }, 'PERMIT_WITHOUT_CATEGORY'],
    ['a class of another system', {}, { class: [{ system: 'http://hl7.org/fhir/resource-types', code: 'Condition' }] }, 'CATEGORY_UNKNOWN'],
    ['an actor by reference', {}, actor({ reference: 'Organization/1' }), 'ACTOR_UNKNOWN'],
    ['a practitioner of nowhere', {}, actor({ type: 'Practitioner', identifier: { system: 'x', value: 'y' } }), 'ACTOR_UNKNOWN'],
    ['an audience that is none', {}, actor({ identifier: { system: 'urn:work-health-hub:audience', value: 'NURSE' } }), 'ACTOR_UNKNOWN'],
    ['a label that nobody knows', {}, { securityLabel: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'NEW' }] }, 'LABEL_UNKNOWN'],
    ['an action', {}, { action: [{ text: 'access' }] }, 'ELEMENT_NOT_SUPPORTED'],
    ['a single record', {}, { data: [{ meaning: 'instance', reference: { reference: 'Observation/1' } }] }, 'SINGLE_RECORDS_NOT_SUPPORTED'],
    ['a year for a period', {}, { period: { start: '2026' } }, 'PERIOD_NOT_READABLE'],
    ['a period that is backwards', {}, { dataPeriod: { start: '2026-02-01', end: '2026-01-01' } }, 'PERIOD_NOT_READABLE'],
    ['five levels', {}, { provision: [0, 1, 2, 3, 4].reduce<object[]>((inner, depth) => [{ ...deny, type: depth % 2 === 0 ? 'deny' : 'permit', ...(inner.length > 0 && { provision: inner }) }], []) }, 'NESTED_TOO_DEEP'],
  ]; // prettier-ignore
  test.each(cases)('%s', (_what, change, provision, code) => {
    expect(changed({}, {})).toEqual([]);
    expect(changed(change, provision)).toContain(code);
  });

  test.each([null, 'Consent', [], {}, { resourceType: 'Patient' }])('%j is no consent', (resource) => {
    expect(faultsOf(read(resource))).toEqual(['NOT_A_CONSENT']);
  });

  test('every reason that can be given is given somewhere above', () => {
    const given = new Set([...cases.map(([, , , code]) => code), ...Object.values(known).flat().flatMap((each) => each.split(' '))]); // prettier-ignore
    const elsewhere = ['NOT_A_CONSENT', 'LEGAL_BASIS_UNKNOWN'];
    expect(importFaults.filter((code) => !given.has(code) && !elsewhere.includes(code))).toEqual([]);
    const legalBasis = { coding: [{ system: 'https://fhir.nhs.uk/England/CodeSystem/England-NHSProxyLegalBasis', code: 'UNK' }] }; // prettier-ignore
    expect(faultsOf(read({ ...whole, policyRule: legalBasis }))).toContain('LEGAL_BASIS_UNKNOWN');
  });
});

test('a consent that went out as FHIR and came back decides every request the same', () => {
  fc.assert(
    fc.property(anyConsent, anyRequest, (given, request) => {
      const consent: Consent = { ...given, status: 'ACTIVE', period: { start: given.period.start } };
      const reading = read(JSON.parse(JSON.stringify(writeConsent(consent, 'c'))));
      if (reading.kind !== 'CONSENT') throw new Error(meaningOf(reading));
      const back: Consent = { ...reading.terms, id: consent.id, version: consent.version, status: 'ACTIVE' };
      expect(decide(policy, [back], request)).toEqual(decide(policy, [consent], request));
      const all = { ...policy, ruleFor: () => ({ id: 'T-01', basis: 'CONSENT' as const, because: 'test' }) };
      expect(decide(all, [back], request)).toEqual(decide(all, [consent], request));
    }),
    { numRuns: 1_000 },
  );
});

describe('over the graph', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ people: { AMINA: { person: AMINA }, BEN: { person: nobodySpecial(60) } } });
  });
  afterAll(() => hub.close());
  const imports = `mutation Import($input: ImportConsentInput!) { importConsent(input: $input) { __typename
    ... on ConsentImported { leftOut fromPolicy consent { id effect categories recipients { audience } exceptions { effect categories } givenOn version
      evidence { givenBy representative { authority } } } }
    ... on RepresentationProposed { proposal { nhsNumber authority categories acts validFrom validTo } }
    ... on ConsentNotRead { faults { code at } } ... on ConsentRefused { reason message } } }`;
  let keys = 0;
  const importing = async (resource: unknown, change: object = {}) => ({
    idempotencyKey: `import-${String((keys += 1)).padStart(4, '0')}`,
    client: await hub.idFor('practice', 'AMINA'),
    resource: typeof resource === 'string' ? resource : JSON.stringify(resource),
    evidence: { method: 'WRITTEN', wording: 'As signed elsewhere.' },
    ...change,
  });
  interface Imported {
    readonly __typename: string;
    readonly consent: { readonly id: string; readonly exceptions: readonly object[] };
    readonly faults: readonly { readonly code: string }[];
    readonly proposal: { readonly acts: readonly string[]; readonly categories: readonly string[] };
  }
  const imported = async (resource: unknown, change: object = {}): Promise<Imported> =>
    (await hub.as('clinician').query(imports, { input: await importing(resource, change) })).data.importConsent as Imported; // prettier-ignore
  const except = permitting({
    categories: ['FIT_NOTES', 'SUPPORT'],
    exceptions: [{ categories: ['SUPPORT'] }],
    period: { start: '2026-01-01' },
  });
  const of = (name: string) => ({
    ...writeConsent(except, ''),
    patient: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: hub.nhsNumber(name) } },
  });

  test('staff take a consent in once, with its exceptions, and it counts', async () => {
    const change = { idempotencyKey: 'import-first' };
    const first = await imported(of('AMINA'), change);
    expect(first).toMatchObject({
      __typename: 'ConsentImported',
      leftOut: [],
      consent: { effect: 'PERMIT', categories: ['FIT_NOTES', 'SUPPORT'], exceptions: [{ effect: 'DENY', categories: ['SUPPORT'] }] },
    }); // prettier-ignore
    expect(await imported(of('AMINA'), change)).toEqual(first);
    expect(await imported({ ...of('AMINA'), dateTime: '2026-02-02' }, change)).toMatchObject({ reason: 'IDEMPOTENCY_KEY_REUSED' }); // prettier-ignore
    expect((await hub.as('client:AMINA').query('{ me { consents { id } } }')).data.me.consents).toHaveLength(1);
  });

  test('what cannot be read, is another’s, or comes from a client, is not taken in', async () => {
    expect(await imported({ ...of('AMINA'), status: 'draft' })).toEqual({
      __typename: 'ConsentNotRead',
      faults: [{ code: 'NOT_ACTIVE', at: 'Consent.status' }],
    });
    expect((await imported(of('BEN'))).faults).toEqual([{ code: 'OTHER_PATIENT', at: 'Consent.patient' }]);
    expect(await imported('{')).toMatchObject({ __typename: 'ConsentRefused', reason: 'INVALID_INPUT' });
    const own = await importing(of('AMINA'), { client: await hub.idFor('client', 'AMINA') });
    const { data } = await hub.as('client:AMINA').query(imports, { input: own });
    expect(data.importConsent).toMatchObject({ reason: 'NOT_PERMITTED' });
  });

  test('the same key gives the same answer after the consent has ended, and a new one does not take it in', async () => {
    const clock = createClock();
    const other = await startHub({ clock, people: { AMINA: { person: AMINA } } });
    try {
      const end = new Date(clock.now() + 86_400_000).toISOString().slice(0, 10);
      const resource = { ...of('AMINA'), ...writeConsent({ ...except, period: { start: '2026-01-01', end } }, '') };
      const input = {
        ...(await importing({ ...resource, patient: of('AMINA').patient }, { client: await other.idFor('practice', 'AMINA') })),
      };
      const again = async (change: object = {}) =>
        (await other.as('clinician').query(imports, { input: { ...input, ...change } })).data.importConsent as Imported;
      const first = await again();
      expect(first.__typename).toBe('ConsentImported');
      clock.forward(2 * 86_400_000);
      expect(await again()).toEqual(first);
      expect((await again({ idempotencyKey: 'import-later' })).faults).toEqual([{ code: 'PAST_ITS_END', at: 'Consent.provision.period.end' }]); // prettier-ignore
    } finally {
      await other.close();
    }
  }); // prettier-ignore

  test('a consent that leaves whom open is taken in under a policy that is known, and says what came from it', async () => {
    const { actor: _nobody, ...open } = (of('AMINA') as Json)['provision'] as Json;
    const policies = [{ uri: 'http://example.org/policies/basePrivacyConsentPolicy.txt' }];
    expect(await imported({ ...of('AMINA'), policy: policies, provision: open })).toMatchObject({
      __typename: 'ConsentImported',
      fromPolicy: ['Consent.provision.actor'],
      consent: { recipients: [{ audience: 'CLINICIAN' }] },
    });
    expect((await imported({ ...of('AMINA'), policy: [{ uri: 'urn:unheard-of' }], provision: open })).faults).toEqual([
      { code: 'BASE_POLICY_UNKNOWN', at: 'Consent.policy.uri' },
      { code: 'PERMIT_WITHOUT_ACTOR', at: 'Consent.provision.actor' },
    ]);
  });

  test('a relationship is answered with who could be recorded to act for the patient, and recorded from that it counts', async () => {
    const resource = {
      ...of('AMINA'),
      policyRule: { coding: [{ system: 'https://fhir.nhs.uk/England/CodeSystem/England-NHSProxyLegalBasis', code: 'parental-responsibility' }] },
      provision: { type: 'permit', period: { start: '2026-01-01', end: '2029-02-11' }, actor: [{ reference: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: hub.nhsNumber('BEN') } } }] },
    }; // prettier-ignore
    const answer = await imported(resource);
    expect(answer).toMatchObject({
      __typename: 'RepresentationProposed',
      proposal: { nhsNumber: hub.nhsNumber('BEN'), authority: 'PARENTAL_RESPONSIBILITY', validFrom: '2026-01-01', validTo: '2029-02-11' },
    }); // prettier-ignore
    const record = `mutation R($input: RecordRepresentativeInput!) { recordRepresentative(input: $input) { __typename
      ... on RepresentativeRecorded { representative { id categories acts } } ... on RepresentativeRefused { reason message } } }`;
    const rest = { idempotencyKey: 'import-proxy', client: await hub.idFor('practice', 'AMINA'), name: 'Ben', evidence: 'NHS relationship' }; // prettier-ignore
    const { data } = await hub.as('clinician').query(record, { input: { ...answer.proposal, ...rest } });
    const { representative } = data.recordRepresentative as { representative: { id: string } };
    expect(representative).toMatchObject({ acts: answer.proposal.acts, categories: [...answer.proposal.categories].sort() }); // prettier-ignore

    // And their word is taken in with the consent that they gave elsewhere, within their authority.
    const evidence = {
      method: 'WRITTEN',
      wording: 'As signed elsewhere.',
      givenBy: 'REPRESENTATIVE',
      capacity: 'CHILD',
    };
    const until = { ...except, categories: ['FIT_NOTES' as const], period: { start: '2026-01-01', end: '2029-02-11' }, exceptions: [] }; // prettier-ignore
    const spoken = { ...writeConsent(until, ''), patient: of('AMINA').patient };
    expect(await imported(spoken, { evidence })).toMatchObject({ reason: 'REPRESENTATIVE_UNKNOWN' });
    expect(await imported(spoken, { evidence: { ...evidence, representative: representative.id } })).toMatchObject({
      consent: { evidence: { givenBy: 'REPRESENTATIVE', representative: { authority: 'PARENTAL_RESPONSIBILITY' } } },
    });
    const tooLong = {
      ...writeConsent({ ...until, period: { start: '2026-01-01' } }, ''),
      patient: of('AMINA').patient,
    };
    expect(await imported(tooLong, { evidence: { ...evidence, representative: representative.id } })).toMatchObject({ reason: 'REPRESENTATIVE_ENDED' }); // prettier-ignore
  });

  test('a consent is given out as FHIR without the NHS number, and comes back in', async () => {
    const { data } = await hub.as('clinician').query('query($by: ClientLookup!) { client(by: $by) { consents { id } } }', { by: { nhsNumber: AMINA.nhsNumber } }); // prettier-ignore
    const [{ id }] = data.client.consents as [{ id: string }];
    const out = 'query Out($id: ID!) { exportConsent(consent: $id) consentVersions(consent: $id) { version status } }';
    const { data: given } = await hub.as('clinician').query(out, { id });
    expect(given.exportConsent).not.toContain(AMINA.nhsNumber);
    expect(await imported(given.exportConsent)).toMatchObject({ __typename: 'ConsentImported' });
    await hub.as('clinician').withdraw(id);
    expect((await hub.as('clinician').query(out, { id })).data.consentVersions).toEqual([
      { version: 1, status: 'ACTIVE' },
      { version: 2, status: 'WITHDRAWN' },
    ]);
    const nothing = { data: { exportConsent: null, consentVersions: [] } };
    expect(await hub.as('work-coach').query(out, { id })).toEqual(nothing);
    expect(await hub.as('clinician').query(out, { id: 'A'.repeat(32) })).toEqual(nothing);
  });
});
