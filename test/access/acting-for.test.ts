/** Whoever acts for a client sees what their authority reaches while it lasts, hears the client's no, and learns no place. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { decide } from '../../src/access/decide.js';
import { parsePolicy } from '../../src/access/policy.js';
import type { AccessRequest, Consent, OrganisationId, ProxyScope } from '../../src/access/types.js';
import { packageRoot } from '../../src/package-root.js';

const policy = parsePolicy(readFileSync(new URL('policies/sharing.yaml', packageRoot), 'utf8'));
const today = '2026-11-23';
const scope: ProxyScope = {
  authority: 'HEALTH_AND_WELFARE_ATTORNEY',
  representation: 'r1@1',
  categories: ['FIT_NOTES', 'CONTACT'],
  period: { start: '2026-01-01' },
};
const ownView = (change: Partial<AccessRequest> = {}): AccessRequest => ({
  viewer: { subject: 'amina', issuer: 'test', organisation: 'NHS-LOGIN' as OrganisationId, audience: 'CLIENT', purpose: 'OWN_RECORD' }, // prettier-ignore
  category: 'FIT_NOTES',
  related: true,
  locationRestricted: false,
  today,
  ...change,
});
const no: Consent = {
  id: 'c1',
  version: 1,
  status: 'ACTIVE',
  effect: 'DENY',
  categories: [],
  recipients: [],
  purposes: [],
  period: { start: '2026-01-01' },
};
const ends = (end: string): ProxyScope => ({ ...scope, period: { start: '2026-01-01', end } });

test.each<[string, readonly Consent[], Partial<AccessRequest>, string]>([
  ['an attorney, of what their authority names', [], { proxy: scope }, 'PERMITTED'],
  ['on its last day', [], { proxy: ends(today) }, 'PERMITTED'],
  ['a day after it ended', [], { proxy: ends('2026-11-22') }, 'PROXY_ENDED'],
  ['before it begins', [], { proxy: { ...scope, period: { start: '2026-11-24' } } }, 'PROXY_ENDED'],
  ['of what it does not name', [], { proxy: scope, category: 'BENEFITS' }, 'PROXY_OUT_OF_SCOPE'],
  ['against the client’s no', [no], { proxy: scope }, 'DENIED_BY_CLIENT'],
  ['the client, against their own no', [no], {}, 'PERMITTED'],
  ['the client, of where they live while that is restricted', [], { category: 'CONTACT', locationRestricted: true }, 'PERMITTED'], // prettier-ignore
  ['an attorney, of where the client lives while that is restricted', [], { proxy: scope, category: 'CONTACT', locationRestricted: true }, 'LOCATION_RESTRICTED'], // prettier-ignore
  ['an attorney, of where the client lives otherwise', [], { proxy: scope, category: 'CONTACT' }, 'PERMITTED'],
])('%s', (_who, consents, change, outcome) => {
  const decision = decide(policy, consents, ownView(change));
  expect(decision.permitted ? 'PERMITTED' : decision.reason).toBe(outcome);
});

test('what an organisation may do by law hears a no only where its rule says so, and counts it only there', () => {
  const worker = (audience: 'WORK_COACH' | 'WORK_AND_HEALTH_COACH', category: 'BENEFITS' | 'SUPPORT') =>
    decide(policy, [no], ownView({ category, viewer: { subject: 's', issuer: 'test', organisation: 'ORG' as OrganisationId, audience, purpose: 'EMPLOYMENT_SUPPORT' } })); // prettier-ignore
  expect(worker('WORK_COACH', 'BENEFITS')).toMatchObject({ permitted: true, basis: 'STATUTE', consents: [] });
  expect(worker('WORK_AND_HEALTH_COACH', 'SUPPORT')).toMatchObject({ permitted: false, reason: 'DENIED_BY_CLIENT', consents: ['c1@1'] }); // prettier-ignore
});

test('a no to some days only limits what a provider may show by law to the others', () => {
  const some: Consent = { ...no, dataPeriod: { start: '2026-03-01', end: '2026-03-31' } };
  const viewer = { subject: 's', issuer: 'test', organisation: 'ORG' as OrganisationId, audience: 'WORK_AND_HEALTH_COACH', purpose: 'EMPLOYMENT_SUPPORT' } as const; // prettier-ignore
  expect(decide(policy, [some], ownView({ category: 'SUPPORT', viewer }))).toMatchObject({
    permitted: true,
    consents: ['c1@1'],
    dataPeriods: [{ start: '0001-01-01', end: '2026-02-28' }, { start: '2026-04-01' }],
  });
  // Where the client's yes is needed and there is none, their no is the reason, whatever days it names.
  expect(decide(policy, [some], ownView({ category: 'FIT_NOTES', viewer }))).toMatchObject({ reason: 'DENIED_BY_CLIENT', consents: ['c1@1'] }); // prettier-ignore
});
