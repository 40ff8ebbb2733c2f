import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../src/access/decide.js';
import { parsePolicy } from '../../src/access/policy.js';
import { audiences, dataCategories, purposes } from '../../src/access/types.js';
import type { AccessRequest, Consent, DataCategory, OrganisationId } from '../../src/access/types.js';
import { packageRoot } from '../../src/package-root.js';

const policy = parsePolicy(readFileSync(new URL('policies/sharing.yaml', packageRoot), 'utf8'));
const pathways = 'PATHWAYS' as OrganisationId;
const today = '2026-11-23';

const coachAsks = (category: DataCategory, change: Partial<AccessRequest> = {}): AccessRequest => ({
  viewer: {
    subject: 'coach-shah',
    issuer: 'test',
    organisation: pathways,
    audience: 'WORK_AND_HEALTH_COACH',
    purpose: 'EMPLOYMENT_SUPPORT',
  },
  category,
  related: true,
  locationRestricted: false,
  today,
  ...change,
});

const permitting = (change: Partial<Consent> = {}): Consent => ({
  id: 'c1',
  version: 1,
  status: 'ACTIVE',
  effect: 'PERMIT',
  categories: ['FIT_NOTES', 'CONTACT'],
  recipients: [{ kind: 'organisation', organisation: pathways }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-01' },
  ...change,
});

describe('a coach who asks for fit notes', () => {
  const cases: readonly [string, readonly Consent[], Partial<AccessRequest>, string][] = [
    ['is permitted by a consent in force', [permitting()], {}, 'PERMITTED'],
    ['is refused without a consent', [], {}, 'NO_CONSENT'],
    ['is refused after withdrawal', [permitting({ status: 'WITHDRAWN' })], {}, 'CONSENT_WITHDRAWN'],
    ['is refused past its end, though it still says active', [permitting({ period: { start: '2026-01-01', end: '2026-11-22' } })], {}, 'CONSENT_EXPIRED'],
    ['is permitted on its last day', [permitting({ period: { start: '2026-01-01', end: today } })], {}, 'PERMITTED'],
    ['is refused before its first day', [permitting({ period: { start: '2026-11-24' } })], {}, 'CONSENT_EXPIRED'],
    ['is refused by a consent for another organisation', [permitting({ recipients: [{ kind: 'organisation', organisation: 'OTHER' as OrganisationId }] })], {}, 'NO_CONSENT'],
    ['is permitted by a consent for the audience', [permitting({ recipients: [{ kind: 'audience', audience: 'WORK_AND_HEALTH_COACH' }] })], {}, 'PERMITTED'],
    ['is refused by a consent for another purpose', [permitting({ purposes: ['DIRECT_CARE'] })], {}, 'NO_CONSENT'],
    ['is refused by a consent for another category', [permitting({ categories: ['BENEFITS'] })], {}, 'NO_CONSENT'],
    ['is refused where the client also said no', [permitting(), permitting({ id: 'c2', effect: 'DENY' })], {}, 'DENIED_BY_CLIENT'],
    ['is refused by an exception on its last day', [permitting({ exceptions: [{ period: { start: '2026-11-01', end: today } }] })], {}, 'DENIED_BY_CLIENT'],
    ['is permitted the day after an exception ended', [permitting({ exceptions: [{ period: { start: '2026-11-01', end: '2026-11-22' } }] })], {}, 'PERMITTED'],
    ['is permitted the day before an exception begins', [permitting({ exceptions: [{ period: { start: '2026-11-24' } }] })], {}, 'PERMITTED'],
    ['is permitted by a consent that names them', [permitting({ recipients: [{ kind: 'person', subject: 'coach-shah', organisation: pathways, issuer: 'test' }] })], {}, 'PERMITTED'],
    ['is refused by one that names somebody of their name from another issuer', [permitting({ recipients: [{ kind: 'person', subject: 'coach-shah', organisation: pathways, issuer: 'other' }] })], {}, 'NO_CONSENT'],
    ['is refused by one that names somebody of their name elsewhere', [permitting({ recipients: [{ kind: 'person', subject: 'coach-shah', organisation: 'OTHER' as OrganisationId }] })], {}, 'NO_CONSENT'],
    ['is refused without a relationship, whatever the consent', [permitting()], { related: false }, 'NO_RELATIONSHIP'],
  ]; // prettier-ignore
  test.each(cases)('%s', (_name, consents, change, outcome) => {
    const decision = decide(policy, consents, coachAsks('FIT_NOTES', change));
    expect(decision.permitted ? 'PERMITTED' : decision.reason).toBe(outcome);
    expect(decision.policyVersion).toBe(policy.version);
  });
});

test('a decision names the rule, the basis and the consent versions that counted', () => {
  expect(decide(policy, [permitting({ version: 3 })], coachAsks('FIT_NOTES'))).toEqual({
    permitted: true,
    category: 'FIT_NOTES',
    rule: 'P-02',
    basis: 'CONSENT',
    policyVersion: policy.version,
    consents: ['c1@3'],
  });
});

test('contact of a person whose location is restricted is refused to everyone but the person', () => {
  const restricted = { locationRestricted: true };
  expect(decide(policy, [permitting()], coachAsks('CONTACT', restricted)).reason).toBe('LOCATION_RESTRICTED');
  const client = {
    subject: 'amina',
    issuer: 'test',
    organisation: 'NHS-LOGIN' as OrganisationId,
    audience: 'CLIENT',
    purpose: 'OWN_RECORD',
  } as const;
  expect(decide(policy, [], coachAsks('CONTACT', { ...restricted, viewer: client })).permitted).toBe(true);
});

test('a permit holds for data of its period only, and without limit where one permit has none', () => {
  const limited = permitting({ dataPeriod: { start: '2026-06-01' } });
  expect(decide(policy, [limited], coachAsks('FIT_NOTES')).dataPeriods).toEqual([{ start: '2026-06-01' }]);
  const both = decide(policy, [limited, permitting({ id: 'c2' })], coachAsks('FIT_NOTES'));
  expect(both.permitted && both.dataPeriods).toBeUndefined();
});

const day = fc.constantFrom('2025-01-01', '2026-01-01', today, '2026-12-01');
const anyConsent: fc.Arbitrary<Consent> = fc.record({
  id: fc.uuid(),
  version: fc.integer({ min: 1, max: 9 }),
  status: fc.constantFrom('ACTIVE', 'WITHDRAWN'),
  effect: fc.constantFrom('PERMIT', 'DENY'),
  categories: fc.subarray([...dataCategories], { minLength: 1 }),
  recipients: fc.array(
    fc.oneof(
      fc.constantFrom(...audiences).map((audience) => ({ kind: 'audience' as const, audience })),
      fc.constantFrom('PATHWAYS', 'Y90001').map((id) => ({ kind: 'organisation' as const, organisation: id as OrganisationId })),
    ),
    { minLength: 1, maxLength: 3 },
  ),
  purposes: fc.subarray([...purposes], { minLength: 1 }),
  period: fc.record({ start: day }),
}); // prettier-ignore
const anyRequest: fc.Arbitrary<AccessRequest> = fc.record({
  viewer: fc.record({
    subject: fc.constantFrom('coach-shah', 'coach-lewis'),
    issuer: fc.constant('test'),
    organisation: fc.constantFrom('PATHWAYS', 'Y90001').map((id) => id as OrganisationId),
    audience: fc.constantFrom(...audiences),
    purpose: fc.constantFrom(...purposes),
  }),
  category: fc.constantFrom(...dataCategories),
  related: fc.boolean(),
  locationRestricted: fc.boolean(),
  today: fc.constant(today),
});

const shuffledConsents = fc
  .array(anyConsent, { maxLength: 6 })
  .chain((consents) => fc.tuple(fc.constant(consents), fc.shuffledSubarray(consents, { minLength: consents.length })));

test('the order of consents never changes a decision', () => {
  fc.assert(
    fc.property(shuffledConsents, anyRequest, ([consents, shuffled], request) => {
      expect(decide(policy, shuffled, request)).toEqual(decide(policy, consents, request));
    }),
  );
});

test('no consent opens a hard wall, an unrelated client, or what no rule names', () => {
  fc.assert(
    fc.property(fc.array(anyConsent, { maxLength: 6 }), anyRequest, (consents, request) => {
      const rule = policy.ruleFor(request.viewer.audience, request.viewer.purpose, request.category);
      const mustRefuse = !request.related || !rule || rule.basis === 'NEVER';
      if (mustRefuse) expect(decide(policy, consents, request).permitted).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('one more denial never turns a refusal into a permit', () => {
  fc.assert(
    fc.property(fc.array(anyConsent, { maxLength: 5 }), anyConsent, anyRequest, (consents, another, request) => {
      const denial: Consent = { ...another, effect: 'DENY' };
      if (!decide(policy, consents, request).permitted) {
        expect(decide(policy, [...consents, denial], request).permitted).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});
