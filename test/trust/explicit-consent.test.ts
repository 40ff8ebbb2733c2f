/** DWP's explicit consent: for one request, and with a clock of its own (reference/employment-support.md C4). */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../src/access/decide.js';
import { lastDayOf } from '../../src/access/explicit-consent.js';
import { parsePolicy, PolicyFault } from '../../src/access/policy.js';
import type { Consent, ConsentRequest } from '../../src/access/types.js';
import { organisations } from '../../src/demo/organisations.js';
import { startHub } from '../acceptance/hub.js';
import { AMINA } from '../acceptance/people.js';
import { coachAsks, permitting, policy } from './consent-samples.js';

const claim = (change: Partial<Consent> = {}, request: Partial<ConsentRequest> = {}): Consent =>
  permitting({
    categories: ['BENEFITS', 'FIT_NOTES'],
    givenOn: '2026-11-25',
    request: { what: 'A better-off calculation', ...request },
    ...change,
  });
const on = (today: string, consent: Consent, category: 'BENEFITS' | 'FIT_NOTES' = 'BENEFITS'): string => {
  const { permitted, reason } = decide(policy, [consent], coachAsks({ category, today }));
  return permitted ? 'PERMITTED' : (reason ?? '');
};

const clocks: readonly [string, string, string | undefined, string][] = [
  ['in the middle of a period', '2026-11-25', '2026-11-10', '2027-01-09'],
  ['in a later period than the first', '2026-11-25', '2025-03-10', '2027-01-09'],
  ['on the first day of a period', '2026-11-10', '2026-11-10', '2027-01-09'],
  ['on the last day of a period', '2026-11-09', '2026-10-10', '2026-12-09'],
  ['where the period begins on the 31st', '2026-02-10', '2025-08-31', '2026-03-30'],
  ['where nobody knows the period', '2026-11-25', undefined, '2026-12-25'],
  ['on the 31st where nobody knows the period', '2027-01-31', undefined, '2027-02-28'],
];
test.each(clocks)('given %s, it lasts to the end of the assessment period after that one', (_when, givenOn, from, last) => {
  const request = from === undefined ? {} : { assessmentPeriodFrom: from };
  const consent = claim({ givenOn }, request);
  expect(lastDayOf(consent)).toBe(last);
  expect(on(last, consent)).toBe('PERMITTED');
  const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
  expect(on(next, consent)).toBe('CONSENT_EXPIRED');
  // The clock is the claim's own: what else the client agreed to in the same words goes on.
  expect(on(next, consent, 'FIT_NOTES')).toBe('PERMITTED');
}); // prettier-ignore

test('where nobody knows the period it never lasts longer than it would if they did', () => {
  const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)); // prettier-ignore
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 28 }), (givenOn, dayOfMonth) => {
      const assessmentPeriodFrom = `2023-06-${String(dayOfMonth).padStart(2, '0')}`;
      expect(lastDayOf(claim({ givenOn })) <= lastDayOf(claim({ givenOn }, { assessmentPeriodFrom }))).toBe(true);
    }),
  );
});

test('it ends with the request that it was for, and its own end is not put off', () => {
  expect(on('2026-12-01', claim({}, { completedOn: '2026-11-30' }))).toBe('CONSENT_EXPIRED');
  expect(on('2026-11-30', claim({}, { completedOn: '2026-11-30' }))).toBe('CONSENT_EXPIRED');
  expect(on('2026-11-29', claim({}, { completedOn: '2026-11-30' }))).toBe('PERMITTED');
  expect(on('2026-12-01', claim({ period: { start: '2026-01-01', end: '2026-11-30' } }))).toBe('CONSENT_EXPIRED');
});

test('a consent that names no request opens no claim, and says so', () => {
  const { request: _none, ...implicit } = claim();
  expect(on('2026-11-25', implicit)).toBe('CONSENT_NOT_SPECIFIC');
  expect(on('2026-11-25', implicit, 'FIT_NOTES')).toBe('PERMITTED');
});

test('a consent that was recorded before the day was kept counts from its first day', () => {
  const { givenOn: _none, ...old } = claim({ period: { start: '2026-09-01' } });
  expect(on('2026-10-01', old)).toBe('PERMITTED');
  expect(on('2026-10-02', old)).toBe('CONSENT_EXPIRED');
});

test('which rules ask for it stands in the policy, and only where consent is the basis', () => {
  const rule = (basis: string): string => `
version: 'x'
effectiveFrom: 2026-01-01
locationCategories: []
consentRecorders: []
rules:
  - id: A-01
    audiences: [WORK_AND_HEALTH_COACH]
    purposes: [EMPLOYMENT_SUPPORT]
    categories: [FIT_NOTES]
    basis: ${basis}
    because: x
    explicitConsent: { namesRequest: true, lastsUntil: END_OF_NEXT_ASSESSMENT_PERIOD }
`;
  const strict = parsePolicy(rule('CONSENT'));
  expect(decide(strict, [permitting()], coachAsks()).reason).toBe('CONSENT_NOT_SPECIFIC');
  expect(() => parsePolicy(rule('STATUTE'))).toThrow(PolicyFault);
});

test('over the graph, the claim is shown until the request is done, and what else was agreed to goes on', async () => {
  const hub = await startHub({
    people: {
      AMINA: {
        person: AMINA,
        consents: [
          {
            effect: 'PERMIT',
            categories: ['BENEFITS', 'FIT_NOTES'],
            recipients: [{ kind: 'organisation', organisation: organisations.provider.id }],
            purposes: ['EMPLOYMENT_SUPPORT'],
            period: { start: '2026-01-01' },
            request: { what: 'A better-off calculation' },
          },
        ],
      },
    },
  });
  try {
    const look = `query($by: ClientLookup!) { client(by: $by) { consents { id version request { completedOn } }
      benefits { __typename ... on Withheld { reason } } fitNotes { __typename } } }`;
    const seen = async () =>
      (await hub.as('work-and-health-coach').query(look, { by: { nhsNumber: AMINA.nhsNumber } })).data.client as {
        readonly consents: readonly { readonly id: string }[];
      };
    const before = await seen();
    expect(before).toMatchObject({ benefits: { __typename: 'Benefits' } });
    const done = `mutation($input: CompleteConsentRequestInput!) { completeConsentRequest(input: $input) { __typename
      ... on ConsentRequestCompleted { consent { version } } ... on ConsentRefused { reason } } }`;
    const complete = async (idempotencyKey: string) =>
      (
        await hub
          .as('work-and-health-coach')
          .query(done, { input: { idempotencyKey, consent: before.consents[0]?.id } })
      ).data as object;
    const first = await complete('done-0001');
    expect(first).toEqual({
      completeConsentRequest: { __typename: 'ConsentRequestCompleted', consent: { version: 2 } },
    });
    expect(await complete('done-0001')).toEqual(first);
    expect(await complete('done-0002')).toMatchObject({ completeConsentRequest: { reason: 'INVALID_INPUT' } });
    expect(await seen()).toMatchObject({
      consents: [{ version: 2, request: { completedOn: new Date().toISOString().slice(0, 10) } }],
      benefits: { __typename: 'Withheld', reason: 'CONSENT_EXPIRED' },
      fitNotes: { __typename: 'FitNotes' },
    });
  } finally {
    await hub.close();
  }
});
