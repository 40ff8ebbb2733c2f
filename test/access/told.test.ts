/** Of a category whose existence hides, what a client refused looks to partners, and to whoever acts for the client, as if nothing had been said. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parsePolicy } from '../../src/access/policy.js';
import { consentsToldOf, toldOf, withoutHidden } from '../../src/access/told.js';
import type { AccessRequest, Consent, DataCategory, OrganisationId, Viewer } from '../../src/access/types.js';
import { packageRoot } from '../../src/package-root.js';

const text = readFileSync(new URL('policies/sharing.yaml', packageRoot), 'utf8');
const policy = parsePolicy(text);
const march = { start: '2026-03-01', end: '2026-03-31' };
const viewerOf = (audience: Viewer['audience'], purpose: Viewer['purpose']): Viewer => ({ subject: 's', issuer: 'test', organisation: 'ORG' as OrganisationId, audience, purpose }); // prettier-ignore
const clinician = viewerOf('CLINICIAN', 'DIRECT_CARE');
const coach = viewerOf('WORK_AND_HEALTH_COACH', 'EMPLOYMENT_SUPPORT');
const officer = viewerOf('PRIVACY_OFFICER', 'PRIVACY_AUDIT');
const client = viewerOf('CLIENT', 'OWN_RECORD');
const asks = (viewer: Viewer, category: DataCategory, change: Partial<AccessRequest> = {}): AccessRequest => ({
  viewer,
  category,
  related: true,
  locationRestricted: false,
  today: '2026-11-23',
  ...change,
});
const hidden: DataCategory = 'RESTRICTED_CONDITIONS';
const said = (effect: Consent['effect'], change: Partial<Consent> = {}): Consent => ({
  id: 'c1',
  version: 1,
  status: 'ACTIVE',
  effect,
  categories: [hidden, 'CONDITIONS'],
  recipients: [{ kind: 'audience', audience: 'CLINICIAN' }],
  purposes: ['DIRECT_CARE'],
  period: { start: '2026-01-01' },
  ...change,
});

describe('which consents explain a decision', () => {
  const no = [said('DENY')];
  const parent = { authority: 'PARENTAL_RESPONSIBILITY', representation: 'r1@1', categories: [hidden], period: { start: '2026-01-01' } } as const; // prettier-ignore
  test.each<[string, AccessRequest, number]>([
    ['a no to what hides, to a clinician', asks(clinician, hidden), 0],
    ['the same, of what does not hide', asks(clinician, 'CONDITIONS'), 1],
    ['the same, to the privacy officer', asks(officer, hidden), 1],
    ['the same, to the client', asks(client, hidden), 1],
    ['the same, to a parent', asks(client, hidden, { proxy: parent }), 0],
  ])('%s', (_name, request, expected) => {
    expect(consentsToldOf(policy, no, request)).toHaveLength(expected);
  });

  test('where a yes is needed and counted it is told, without what was excepted from it; where it counts for nothing it is not', () => {
    const asking = parsePolicy(text.replace('basis: DIRECT_CARE', 'basis: CONSENT'));
    const withException = said('PERMIT', { exceptions: [{ categories: [hidden], dataPeriod: march }] });
    expect(consentsToldOf(asking, [withException], asks(clinician, hidden))).toEqual([
      said('PERMIT', { exceptions: [] }),
    ]);
    expect(consentsToldOf(asking, [said('PERMIT', { status: 'WITHDRAWN' })], asks(clinician, hidden))).toEqual([]);
    expect(consentsToldOf(policy, [said('PERMIT')], asks(coach, hidden))).toEqual([]);
  });

  test('a no to the data of some days is told of no more than one to all of it', () => {
    const some = said('DENY', { dataPeriod: march });
    expect(toldOf(policy, [some], asks(clinician, hidden))).toEqual(toldOf(policy, [], asks(clinician, hidden)));
    expect(toldOf(policy, [some], asks(clinician, 'CONDITIONS'))).toMatchObject({
      permitted: true,
      consents: ['c1@1'],
    });
  });

  test('a decision is told as it would be had the client not refused', () => {
    expect(toldOf(policy, no, asks(clinician, hidden))).toEqual(toldOf(policy, [], asks(clinician, hidden)));
    expect(toldOf(policy, no, asks(clinician, 'CONDITIONS'))).toMatchObject({ reason: 'DENIED_BY_CLIENT' });
  });
});

describe('a consent as a partner reads it', () => {
  test.each<[string, Consent, readonly DataCategory[] | undefined]>([
    ['a yes is read as it stands', said('PERMIT'), [hidden, 'CONDITIONS']],
    ['a no is read without what hides', said('DENY'), ['CONDITIONS']],
    ['a yes that was taken back is, too', said('PERMIT', { status: 'WITHDRAWN' }), ['CONDITIONS']],
    ['a no to what hides alone is not there', said('DENY', { categories: [hidden] }), undefined],
    ['a no to everything names nothing, and is there', said('DENY', { categories: [] }), []],
  ])('%s', (_name, consent, expected) => {
    expect(withoutHidden(policy, consent)?.categories).toEqual(expected);
  });

  test('an exception is read the same way, however deep', () => {
    const consent = said('PERMIT', {
      exceptions: [
        { categories: [hidden] },
        { categories: [hidden, 'CONDITIONS'], exceptions: [{ categories: [hidden] }, { purposes: ['DIRECT_CARE'] }] },
        { purposes: ['PRIVACY_AUDIT'] },
        { categories: [] },
      ],
    });
    expect(withoutHidden(policy, consent)?.exceptions).toEqual([
      { categories: ['CONDITIONS'], exceptions: [{ purposes: ['DIRECT_CARE'] }] },
      { purposes: ['PRIVACY_AUDIT'] },
      { categories: [] },
    ]);
  });
});
