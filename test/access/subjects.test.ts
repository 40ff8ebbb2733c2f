/** A record about several people is shown only if all of them permit, and only of the days that all of them permit. */
import { describe, expect, test } from '@jest/globals';
import { decideForEvery } from '../../src/access/subjects.js';
import type { Decision } from '../../src/access/types.js';

const yes = (consents: readonly string[], dataPeriods?: Decision['dataPeriods']): Decision => ({
  permitted: true,
  category: 'SUPPORT',
  rule: 'P-01',
  basis: 'STATUTE',
  policyVersion: '1',
  consents,
  ...(dataPeriods && { dataPeriods }),
});
const no = (reason: 'NO_CONSENT' | 'DENIED_BY_CLIENT', consents: readonly string[] = []): Decision => ({
  ...yes(consents),
  permitted: false,
  reason,
});
const march = { start: '2026-03-01', end: '2026-03-31' };

describe.each([['in one order', false], ['in the other', true]] as const)('%s', (_name, isTurned) => {
  const of = (one: Decision, other: Decision): Decision => decideForEvery(isTurned ? [other, one] : [one, other]);
  test.each<[string, Decision, Decision, object]>([
    ['one refusal refuses, on its own consents', yes(['a@1']), no('DENIED_BY_CLIENT', ['b@1']), { permitted: false, reason: 'DENIED_BY_CLIENT', consents: ['b@1'] }],
    ['of two refusals it is always the same', no('DENIED_BY_CLIENT', ['b@1']), no('NO_CONSENT'), { permitted: false, reason: 'DENIED_BY_CLIENT' }],
    ['the consents of both count', yes(['b@1']), yes(['a@1', 'b@1']), { permitted: true, consents: ['a@1', 'b@1'] }],
    ['the days of both', yes([], [{ start: '2026-03-15' }]), yes([], [march]), { permitted: true, dataPeriods: [{ start: '2026-03-15', end: '2026-03-31' }] }],
    ['the days of the one who limits them', yes([]), yes([], [march]), { permitted: true, dataPeriods: [march] }],
    ['no day, where they have none in common', yes([], [{ start: '2026-04-01' }]), yes([], [march]), { permitted: true, dataPeriods: [] }],
  ])('%s', (_says, one, other, expected) => {
    expect(of(one, other)).toMatchObject(expected);
  }); // prettier-ignore

  test('nobody who limits the days, and they are not limited', () => {
    expect(of(yes([]), yes([]))).not.toHaveProperty('dataPeriods');
  });
}); // prettier-ignore

test('of one person it is their decision', () => {
  const one = no('NO_CONSENT');
  expect(decideForEvery([one])).toBe(one);
});
