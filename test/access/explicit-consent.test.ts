/** Universal Credit's clock to the day: a consent ends with the assessment period after the one in which it was given. */
import { expect, test } from '@jest/globals';
import { explicitness, lastDayOf } from '../../src/access/explicit-consent.js';
import type { Consent, ConsentRequest } from '../../src/access/types.js';

const consent = (givenOn: string | undefined, request?: ConsentRequest): Consent => ({
  id: 'c1',
  version: 1,
  status: 'ACTIVE',
  effect: 'PERMIT',
  categories: ['BENEFITS'],
  recipients: [{ kind: 'audience', audience: 'WORK_AND_HEALTH_COACH' }],
  purposes: ['EMPLOYMENT_SUPPORT'],
  period: { start: '2026-01-10' },
  ...(givenOn !== undefined && { givenOn }),
  ...(request && { request }),
});
const from = (assessmentPeriodFrom: string): ConsentRequest => ({ what: 'A calculation', assessmentPeriodFrom });

test.each<[string, Consent, string]>([
  ['periods from the 5th, given within one', consent('2026-03-10', from('2026-03-05')), '2026-05-04'],
  ['given on a period’s first day', consent('2026-03-05', from('2026-03-05')), '2026-05-04'],
  ['given on a period’s last day', consent('2026-04-04', from('2026-03-05')), '2026-05-04'],
  ['of a claim of long ago, given before the day of the month', consent('2026-03-04', from('2025-01-05')), '2026-04-04'],
  ['of a claim of long ago, given after it', consent('2026-03-06', from('2025-01-05')), '2026-05-04'],
  ['over the end of a year', consent('2025-12-20', from('2025-12-15')), '2026-02-14'],
  ['of the 31st, into a short month', consent('2026-01-31', from('2025-12-31')), '2026-03-30'],
  ['nobody knows the period: a month', consent('2026-03-10', { what: 'A calculation' }), '2026-04-10'],
  ['of a period that begins after it was given: the same', consent('2026-03-10', from('2026-03-11')), '2026-04-10'],
  ['nobody knows when it was given: from its first day', consent(undefined), '2026-02-10'],
])('%s', (_name, given, expected) => {
  expect(lastDayOf(given)).toBe(expected);
}); // prettier-ignore

const rule = { namesRequest: true, lastsUntil: 'END_OF_NEXT_ASSESSMENT_PERIOD' } as const;
const asked = from('2026-03-05');
test.each<[string, Consent, string, string]>([
  ['on its last day it holds', consent('2026-03-10', asked), '2026-05-04', 'MET'],
  ['the day after it has ended', consent('2026-03-10', asked), '2026-05-05', 'CONSENT_EXPIRED'],
  ['without a request it is for nothing', consent('2026-03-10'), '2026-03-11', 'CONSENT_NOT_SPECIFIC'],
  ['once what was asked is done it has ended', consent('2026-03-10', { ...asked, completedOn: '2026-03-20' }), '2026-03-20', 'CONSENT_EXPIRED'],
  ['the day before it was done it held', consent('2026-03-10', { ...asked, completedOn: '2026-03-20' }), '2026-03-19', 'MET'],
])('%s', (_name, given, today, expected) => {
  expect(explicitness(given, rule, today)).toBe(expected);
}); // prettier-ignore

test('a rule that asks for no request takes a consent that names none', () => {
  expect(explicitness(consent('2026-03-10'), { ...rule, namesRequest: false }, '2026-03-11')).toBe('MET');
});
