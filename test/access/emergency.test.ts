import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../src/access/decide.js';
import { parsePolicy } from '../../src/access/policy.js';
import { audiences, dataCategories, purposes } from '../../src/access/types.js';
import type { AccessRequest, Consent, DataCategory, OrganisationId } from '../../src/access/types.js';
import { packageRoot } from '../../src/package-root.js';

const text = readFileSync(new URL('policies/sharing.yaml', packageRoot), 'utf8');
const policy = parsePolicy(text);
const hospital = 'RHOSP' as OrganisationId;
const today = '2026-11-23';
const grant = {
  grant: 'g1',
  organisation: hospital,
  subject: 'dr-night',
  endsAt: `${today}T12:00:00.000Z`,
  at: `${today}T11:59:59.999Z`,
};
const asks = (category: DataCategory, change: Partial<AccessRequest> = {}): AccessRequest => ({
  viewer: {
    subject: 'dr-night',
    issuer: 'test',
    organisation: hospital,
    audience: 'CLINICIAN',
    purpose: 'DIRECT_CARE',
  },
  category,
  related: false,
  locationRestricted: false,
  today,
  emergency: grant,
  ...change,
});
const said = (effect: Consent['effect'], change: Partial<Consent> = {}): Consent => ({
  id: 'c1',
  version: 1,
  status: 'ACTIVE',
  effect,
  categories: [...dataCategories],
  recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
  period: { start: '2026-01-01' },
  ...change,
});

test('a clinician who does not work with the client is shown the care record, on the basis and under the id of the grant', () => {
  expect(decide(policy, [], asks('FIT_NOTES'))).toEqual({
    permitted: true,
    category: 'FIT_NOTES',
    rule: 'E-01',
    basis: 'EMERGENCY',
    policyVersion: policy.version,
    consents: [],
    emergency: 'g1',
  });
});

describe('a grant', () => {
  const cases: readonly [string, DataCategory, readonly Consent[], Partial<AccessRequest>, string][] = [
    ['lifts the want of a relationship', 'CONDITIONS', [], {}, 'EMERGENCY'],
    ['lifts the want of a consent', 'SUPPORT', [], { related: true }, 'EMERGENCY'],
    ['lifts both at once', 'SUPPORT', [], {}, 'EMERGENCY'],
    ['lifts an ended consent', 'SUPPORT', [said('PERMIT', { period: { start: '2026-01-01', end: '2026-02-01' } })], {}, 'EMERGENCY'],
    ['is not needed where the usual rule permits', 'CONDITIONS', [], { related: true }, 'DIRECT_CARE'],
    ['does not lift a no of the client', 'CONDITIONS', [said('DENY')], {}, 'DENIED_BY_CLIENT'],
    ['does not lift a yes that was taken back', 'SUPPORT', [said('PERMIT', { status: 'WITHDRAWN' })], {}, 'CONSENT_WITHDRAWN'],
    ['does not lift a hard wall', 'CONDITIONALITY', [], {}, 'NO_RELATIONSHIP'],
    ['never opens the closed class', 'RESTRICTED_CONDITIONS', [], {}, 'NO_RELATIONSHIP'],
    ['never opens the closed class to the client’s own practice either', 'BENEFITS', [], { related: true }, 'NO_CONSENT'],
    ['never opens a restricted location', 'CONTACT', [], { locationRestricted: true }, 'LOCATION_RESTRICTED'],
    ['ends by itself, at its last moment', 'FIT_NOTES', [], { emergency: { ...grant, at: grant.endsAt } }, 'NO_RELATIONSHIP'],
    ['is good for its organisation only', 'FIT_NOTES', [], { emergency: { ...grant, organisation: 'OTHER' as OrganisationId } }, 'NO_RELATIONSHIP'],
    ['is good for its person only', 'FIT_NOTES', [], { emergency: { ...grant, subject: 'dr-day' } }, 'NO_RELATIONSHIP'],
    ['is good for no other part', 'FIT_NOTES', [], { viewer: { subject: 'dr-night', issuer: 'test', organisation: hospital, audience: 'WORK_COACH', purpose: 'EMPLOYMENT_SUPPORT' } }, 'NO_RELATIONSHIP'],
    ['is good for no other purpose', 'FIT_NOTES', [], { viewer: { subject: 'dr-night', issuer: 'test', organisation: hospital, audience: 'CLINICIAN', purpose: 'SERVICE_MANAGEMENT' } }, 'NO_RELATIONSHIP'],
  ]; // prettier-ignore
  test.each(cases)('%s', (_name, category, consents, change, outcome) => {
    const decision = decide(policy, consents, asks(category, change));
    expect(decision.permitted ? decision.basis : decision.reason).toBe(outcome);
  });
});

test('a grant keeps to the days that the client’s no leaves', () => {
  const no = said('DENY', { dataPeriod: { start: '2026-03-01', end: '2026-03-31' } });
  expect(decide(policy, [no], asks('CONDITIONS'))).toMatchObject({
    basis: 'EMERGENCY',
    dataPeriods: [{ start: '0001-01-01', end: '2026-02-28' }, { start: '2026-04-01' }],
  });
});

test('a grant under a policy that lifts no want of a relationship is for people whom the organisation works with', () => {
  const strict = parsePolicy(text.replace(/lifts: \[.*\]/, 'lifts: [NO_CONSENT]'));
  expect(decide(strict, [], asks('SUPPORT'))).toMatchObject({ permitted: false, reason: 'NO_RELATIONSHIP' });
  expect(decide(strict, [], asks('SUPPORT', { related: true }))).toMatchObject({ permitted: true, basis: 'EMERGENCY' });
});

test('whoever asks for whatever: a grant changes nothing but lifted refusals, and never the closed class or a restricted location', () => {
  const consents = fc.array(
    fc.record({
      effect: fc.constantFrom('PERMIT' as const, 'DENY' as const),
      status: fc.constantFrom('ACTIVE' as const, 'WITHDRAWN' as const),
      categories: fc.subarray([...dataCategories], { minLength: 1 }),
      end: fc.option(fc.constant('2026-02-01'), { nil: undefined }),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...audiences),
      fc.constantFrom(...purposes),
      fc.constantFrom(...dataCategories),
      fc.boolean(),
      fc.boolean(),
      consents,
      (audience, purpose, category, related, locationRestricted, drawn) => {
        const given = drawn.map(({ end, ...terms }, index) =>
          said(terms.effect, {
            ...terms,
            id: `c${index}`,
            recipients: audiences.map((each) => ({ kind: 'audience', audience: each })),
            purposes: [...purposes],
            period: { start: '2026-01-01', ...(end !== undefined && { end }) },
          }),
        );
        const viewer = { subject: 'dr-night', issuer: 'test', organisation: hospital, audience, purpose };
        const request = asks(category, { viewer, related, locationRestricted });
        const { emergency: _grant, ...without } = request;
        const [usual, opened] = [decide(policy, given, without), decide(policy, given, request)];
        if (opened.basis !== 'EMERGENCY') {
          expect(opened.permitted).toBe(usual.permitted);
          return;
        }
        expect(usual.permitted).toBe(false);
        expect(policy.emergency!.closed.has(category)).toBe(false);
        expect(policy.ruleFor(audience, purpose, category)?.basis).not.toBe('NEVER');
        expect(locationRestricted && policy.locationCategories.has(category)).toBe(false);
        expect(given.some(({ effect, status, categories, period }) => effect === 'DENY' && status === 'ACTIVE' && period.end === undefined && categories.includes(category))).toBe(false); // prettier-ignore
      },
    ),
    { numRuns: 2_000 },
  );
});

describe('a policy', () => {
  test('without a word on emergency access opens nothing', () => {
    const silent = parsePolicy(text.slice(0, text.indexOf('\nemergency:')));
    expect(decide(silent, [], asks('FIT_NOTES'))).toMatchObject({ permitted: false, reason: 'NO_RELATIONSHIP' });
  });

  test.each([
    ['lifts: [NEVER_SHARED]', /emergency\.lifts\.0/],
    ['lifts: [LOCATION_RESTRICTED]', /emergency\.lifts\.0/],
  ])('that says %s is refused', (line, fault) => {
    expect(() => parsePolicy(text.replace(/lifts: \[.*\]/, line))).toThrow(fault);
  });

  test('cannot give the basis of a grant to a rule, nor a rule’s id to the grant', () => {
    expect(() => parsePolicy(text.replace('basis: DIRECT_CARE', 'basis: EMERGENCY'))).toThrow(/rules\.\d+\.basis/);
    expect(() => parsePolicy(text.replace('id: E-01', 'id: H-01'))).toThrow(/H-01 stands twice/);
  });
});
