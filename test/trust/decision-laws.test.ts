/** The laws of the decision, for whatever consents and requests there may be (goal rows 1, 6, 7 and 8). */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../src/access/decide.js';
import type { AccessRequest, Consent, ConsentException, Decision } from '../../src/access/types.js';
import { isWithinPeriods } from '../../src/graph/data-period.js';
import { anyConsent, anyRequest, coachAsks, dataDays, permitting, policy, says, someConsents, today } from './consent-samples.js'; // prettier-ignore

const outcome = ({ permitted, reason }: Decision): string => (permitted ? 'PERMITTED' : (reason ?? ''));
const shows = (decision: Decision, day: string): boolean =>
  decision.permitted && (!decision.dataPeriods || isWithinPeriods({ issued: day }, decision.dataPeriods));

describe('row 1: default deny', () => {
  test('without a consent, nothing is shown that the policy makes depend on one, or never shares', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const rule = policy.ruleFor(request.viewer.audience, request.viewer.purpose, request.category);
        const needsNone = rule !== undefined && rule.basis !== 'CONSENT' && rule.basis !== 'NEVER';
        if (!needsNone || !request.related) expect(decide(policy, [], request).permitted).toBe(false);
      }),
    );
  });

  test('no consent opens a hard wall, an unrelated client, or what no rule names', () => {
    fc.assert(
      fc.property(someConsents, anyRequest, (consents, request) => {
        const rule = policy.ruleFor(request.viewer.audience, request.viewer.purpose, request.category);
        if (request.related && rule && rule.basis !== 'NEVER') return;
        expect(decide(policy, consents, request).permitted).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  const { viewer } = coachAsks();
  const incomplete: readonly [string, Partial<AccessRequest>, string][] = [
    ['subject', { viewer: { ...viewer, subject: '' } }, 'MISSING_ACTOR'],
    ['organisation', { viewer: { ...viewer, organisation: '' as never } }, 'MISSING_ACTOR'],
    ['audience', { viewer: { ...viewer, audience: undefined as never } }, 'MISSING_ACTOR'],
    ['purpose', { viewer: { ...viewer, purpose: undefined as never } }, 'MISSING_PURPOSE'],
    ['category', { category: undefined as never }, 'MISSING_CATEGORY'],
  ];
  test.each(incomplete)(
    'a request without its %s is refused for that, whatever the consents',
    (_what, change, reason) => {
      const anybody: Consent = permitting({ effect: 'DENY', categories: [], recipients: [], purposes: [] });
      expect(outcome(decide(policy, [permitting()], coachAsks(change)))).toBe(reason);
      expect(outcome(decide(policy, [anybody], coachAsks(change)))).toBe(reason);
    },
  );

  test('whatever is missing, alone or together, is what a request is refused for: no consent, rule, relation or emergency stands in for it', () => {
    const parts = ['subject', 'organisation', 'audience', 'purpose', 'category'] as const;
    const missing = fc.subarray([...parts], { minLength: 1 });
    const nothing = fc.constantFrom('', undefined, null).map((value) => value as never);
    fc.assert(
      fc.property(someConsents, anyRequest, missing, nothing, (consents, request, without, value) => {
        const taken = (name: (typeof parts)[number]) => without.includes(name);
        const viewer = {
          ...request.viewer,
          ...(taken('subject') && { subject: value }),
          ...(taken('organisation') && { organisation: value }),
          ...(taken('audience') && { audience: value }),
          ...(taken('purpose') && { purpose: value }),
        };
        const emergency = { grant: 'g', organisation: viewer.organisation, subject: viewer.subject, at: `${today}T00:00:00Z`, endsAt: `${today}T01:00:00Z` };
        const asked: AccessRequest = { ...request, related: true, viewer, emergency, ...(taken('category') && { category: value }) };
        const isNobody = taken('subject') || taken('organisation') || taken('audience');
        const expected = isNobody ? 'MISSING_ACTOR' : taken('purpose') ? 'MISSING_PURPOSE' : 'MISSING_CATEGORY';
        expect(outcome(decide(policy, consents, asked))).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  }); // prettier-ignore

  test.each(['categories', 'recipients', 'purposes'] as const)('a permit without %s, which must not be stored, permits nobody', (element) => {
    expect(outcome(decide(policy, [permitting({ [element]: [] })], coachAsks()))).toBe('NO_CONSENT');
    const denial = permitting({ id: 'c2', effect: 'DENY', [element]: [] });
    expect(outcome(decide(policy, [permitting(), denial], coachAsks()))).toBe('DENIED_BY_CLIENT');
  }); // prettier-ignore
});

describe('row 6: nested exceptions', () => {
  /** At each level, what is met by the coach's request for fit notes and what is not. */
  const met: ConsentException = { categories: ['FIT_NOTES'] };
  const unmet: ConsentException = { categories: ['CONTACT'] };
  const chain = (levels: readonly boolean[]): readonly ConsentException[] => {
    const [here, ...below] = levels;
    if (here === undefined) return [];
    const inner = chain(below);
    return [{ ...(here ? met : unmet), ...(inner.length > 0 && { exceptions: inner }) }];
  };
  const table = [0, 1, 2, 3].flatMap((depth) =>
    Array.from({ length: 2 ** depth }, (_, bits) => Array.from({ length: depth }, (_each, level) => (bits & (1 << level)) !== 0)),
  ); // prettier-ignore
  test.each(['PERMIT', 'DENY'] as const)('the truth table to depth 3 of a %s: each met level turns the effect round, and an unmet one ends it', (effect) => {
    const rows = table.map((levels) => {
      const turns = levels.includes(false) ? levels.indexOf(false) : levels.length;
      const expected = (turns % 2 === 0) === (effect === 'PERMIT');
      const consent = permitting({ effect, ...(levels.length > 0 && { exceptions: chain(levels) }) });
      return [levels, decide(policy, [consent], coachAsks()).permitted, expected] as const;
    });
    expect(rows).toHaveLength(15);
    expect(rows.filter(([, found, expected]) => found !== expected)).toEqual([]);
  }); // prettier-ignore

  test('one consent shows just the items that it says yes to, down to their dates', () => {
    fc.assert(
      fc.property(anyConsent, anyRequest, fc.constantFrom(...dataDays), (given, base, day) => {
        // A request that depends on nothing but this consent.
        const consent: Consent = { ...given, status: 'ACTIVE', givenOn: '2026-11-01', request: { what: 'One thing' } };
        const request = { ...base, related: true, locationRestricted: false };
        const rule = policy.ruleFor(request.viewer.audience, request.viewer.purpose, request.category);
        if (rule?.basis !== 'CONSENT') return;
        expect(shows(decide(policy, [consent], request), day)).toBe(says(consent, request, day) === 'PERMIT');
      }),
      { numRuns: 3_000 },
    );
  });

  test('elements of one exception are ANDed, their repetitions ORed', () => {
    const but = (exception: ConsentException) =>
      outcome(decide(policy, [permitting({ exceptions: [exception] })], coachAsks()));
    expect(but({ categories: ['CONTACT', 'FIT_NOTES'] })).toBe('DENIED_BY_CLIENT');
    expect(but({ categories: ['CONTACT', 'FIT_NOTES'], purposes: ['DIRECT_CARE'] })).toBe('PERMITTED');
  });

  test('an exception for one person speaks of that person alone', () => {
    const exceptions = [{ recipients: [{ kind: 'person' as const, subject: 'coach-shah', organisation: coachAsks().viewer.organisation }] }]; // prettier-ignore
    const ask = (subject: string) =>
      outcome(decide(policy, [permitting({ exceptions })], coachAsks({ viewer: { ...coachAsks().viewer, subject } })));
    expect([ask('coach-shah'), ask('coach-lewis')]).toEqual(['DENIED_BY_CLIENT', 'PERMITTED']);
  });

  test('a consent for one person of an issuer is not for their namesake of another issuer or organisation', () => {
    const { viewer } = coachAsks();
    const person = { kind: 'person' as const, subject: viewer.subject, organisation: viewer.organisation, issuer: viewer.issuer }; // prettier-ignore
    const ask = (change: object) =>
      outcome(decide(policy, [permitting({ recipients: [person] })], coachAsks({ viewer: { ...viewer, ...change } })));
    expect([ask({}), ask({ issuer: 'https://other.example' }), ask({ organisation: 'Y90001' })]).toEqual([
      'PERMITTED',
      'NO_CONSENT',
      'NO_CONSENT',
    ]);
  });
});

describe('row 7: deny overrides', () => {
  const shuffled = someConsents.chain((consents) =>
    fc.tuple(fc.constant(consents), fc.shuffledSubarray(consents, { minLength: consents.length })),
  );
  test('the order of consents never changes a decision', () => {
    fc.assert(
      fc.property(shuffled, anyRequest, ([consents, others], request) => {
        expect(decide(policy, others, request)).toEqual(decide(policy, consents, request));
      }),
      { numRuns: 1_000 },
    );
  });

  test('one more denial shows nothing that was hidden, and hides all that it speaks of', () => {
    fc.assert(
      fc.property(someConsents, anyConsent, anyRequest, fc.constantFrom(...dataDays), (consents, another, request, day) => {
        const { exceptions: _none, ...plain } = another;
        const denial: Consent = { ...plain, effect: 'DENY' };
        const before = decide(policy, consents, request);
        const after = decide(policy, [...consents, denial], request);
        if (!shows(before, day)) expect(shows(after, day)).toBe(false);
        const rule = policy.ruleFor(request.viewer.audience, request.viewer.purpose, request.category);
        const isHeard = rule?.basis === 'STATUTE' ? rule.objection?.heard : rule?.basis !== 'SUBJECT_ACCESS';
        if (isHeard && denial.status === 'ACTIVE' && says(denial, request, day) === 'DENY') {
          expect(shows(after, day)).toBe(false);
        }
      }),
      { numRuns: 2_000 },
    );
  }); // prettier-ignore

  test('an exception that denies in one consent is not outvoted by another consent', () => {
    const but = permitting({ exceptions: [{ categories: ['FIT_NOTES'] }] });
    expect(outcome(decide(policy, [permitting({ id: 'c2' }), but], coachAsks()))).toBe('DENIED_BY_CLIENT');
  });

  test('a newer consent replaces an older one only where it says so, from its first day, and for good', () => {
    const denial = permitting({ effect: 'DENY' });
    const yes = (change: Partial<Consent>) =>
      outcome(decide(policy, [denial, permitting({ id: 'c2', ...change })], coachAsks()));
    expect(yes({})).toBe('DENIED_BY_CLIENT');
    expect(yes({ supersedes: ['c1'] })).toBe('PERMITTED');
    expect(yes({ supersedes: ['c1'], period: { start: '2026-11-26' } })).toBe('DENIED_BY_CLIENT');
    const replaced = [permitting(), permitting({ id: 'c2', supersedes: ['c1'], status: 'WITHDRAWN' })];
    expect(outcome(decide(policy, replaced, coachAsks()))).toBe('CONSENT_WITHDRAWN');
    const other = [permitting(), permitting({ id: 'c2', supersedes: ['c1'], categories: ['CONTACT'] })];
    expect(outcome(decide(policy, other, coachAsks()))).toBe('CONSENT_SUPERSEDED');
  });
});

describe('row 8: status, rule period and data period are three checks', () => {
  const cases: readonly [string, Partial<Consent>, string][] = [
    ['is in force', {}, 'PERMITTED'],
    ['says active past its end', { period: { start: '2026-01-01', end: '2026-11-24' } }, 'CONSENT_EXPIRED'],
    ['says active before its beginning', { period: { start: '2026-11-26' } }, 'CONSENT_EXPIRED'],
    ['is withdrawn inside its period', { status: 'WITHDRAWN' }, 'CONSENT_WITHDRAWN'],
    ['has a status that nobody knows', { status: 'proposed' as never }, 'CONSENT_WITHDRAWN'],
    ['is in force for old data', { dataPeriod: { start: '2020-01-01', end: '2020-12-31' } }, 'PERMITTED'],
  ];
  test.each(cases)('a consent that %s', (_what, change, expected) => {
    expect(outcome(decide(policy, [permitting(change)], coachAsks()))).toBe(expected);
  });

  test('each of the three alone turns a yes into a no, for any consent', () => {
    fc.assert(
      fc.property(anyConsent, anyRequest, fc.constantFrom(...dataDays), (consent, request, day) => {
        const shown = shows(decide(policy, [consent], request), day);
        if (!shown || decide(policy, [], request).permitted) return;
        const without = (change: Partial<Consent>) => shows(decide(policy, [{ ...consent, ...change }], request), day);
        expect(without({ status: 'WITHDRAWN' })).toBe(false);
        expect(without({ period: { start: '2025-01-01', end: '2026-11-24' } })).toBe(false);
        expect(without({ dataPeriod: { start: '1990-01-01', end: '1990-12-31' } })).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  test('an item without a date, or of a year only, is outside of a limit that might leave it out', () => {
    const { dataPeriods } = decide(policy, [permitting({ exceptions: [{ dataPeriod: { start: '2022-01-01', end: '2022-12-31' } }] })], coachAsks()); // prettier-ignore
    const shown = (issued?: string) => isWithinPeriods({ issued }, dataPeriods ?? []);
    expect([shown(), shown('2022'), shown('2022-06'), shown('2021'), shown('2023-01-01')]).toEqual([
      false, false, false, true, true,
    ]); // prettier-ignore
  });
});

describe('an old consent that the present policy no longer understands', () => {
  const forgotten = 'HOUSING' as never;
  const unknowns: readonly [string, Partial<Consent>][] = [
    ['category', { categories: ['FIT_NOTES', forgotten] }],
    ['purpose', { purposes: ['EMPLOYMENT_SUPPORT', forgotten] }],
    ['audience', { recipients: [...permitting().recipients, { kind: 'audience', audience: forgotten }] }],
    ['kind of recipient', { recipients: [...permitting().recipients, { kind: forgotten } as never] }],
    ['category in an exception', { exceptions: [{ categories: [forgotten], recipients: [{ kind: 'audience', audience: 'CLIENT' }] }] }], // prettier-ignore
  ];
  test.each(unknowns)('permits nothing for the sake of its %s', (_what, change) => {
    expect(outcome(decide(policy, [permitting(change)], coachAsks()))).toBe('CONSENT_NOT_UNDERSTOOD');
  });

  test('denies all that it may have meant', () => {
    const denial = permitting({ id: 'c2', effect: 'DENY', categories: [forgotten] });
    expect(outcome(decide(policy, [permitting(), denial], coachAsks()))).toBe('DENIED_BY_CLIENT');
    const exception = { exceptions: [{ purposes: [forgotten] }] };
    expect(outcome(decide(policy, [permitting(exception)], coachAsks()))).toBe('DENIED_BY_CLIENT');
  });

  test('and shows nothing that it would not show to a policy that understands it', () => {
    const narrowed = { ...policy, understands: () => false };
    fc.assert(
      fc.property(someConsents, anyRequest, fc.constantFrom(...dataDays), (consents, request, day) => {
        if (!shows(decide(policy, consents, request), day)) {
          expect(shows(decide(narrowed, consents, request), day)).toBe(false);
        }
      }),
    );
  });
});

test('the day of the decision is the hub’s, given with the request: the decision reads no clock', () => {
  const ends = permitting({ period: { start: '2026-01-01', end: today } });
  expect(outcome(decide(policy, [ends], coachAsks({ today: '2027-01-01' })))).toBe('CONSENT_EXPIRED');
  expect(outcome(decide(policy, [ends], coachAsks({ today })))).toBe('PERMITTED');
});
