import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { move, openMoves, type Standing } from '../../src/referral/machine.js';
import { moveRules } from '../../src/referral/moves.js';
import {
  isOpen,
  referralMoves,
  referralReasons,
  referralSides,
  referralStates,
  type ReferralMove,
  type ReferralSide,
  type ReferralState,
} from '../../src/referral/words.js';

const moves = fc.constantFrom(...referralMoves);
const sides = fc.subarray([...referralSides]);
const reasons = fc.option(fc.constantFrom(...referralReasons), { nil: undefined });
const request = fc.record({ move: moves, sides, reason: reasons });

/** Every arrow of the machine, written down a second time: from, move, side, to. */
const arrows: readonly (readonly [string, ReferralMove, string, string])[] = [
  ['DRAFT', 'SUBMIT', 'R', 'REQUESTED'],
  ['REQUESTED', 'ACKNOWLEDGE', 'GT', 'ACKNOWLEDGED'],
  ['REQUESTED ACKNOWLEDGED', 'ROUTE', 'G', 'SAME'],
  ['REQUESTED ACKNOWLEDGED', 'ACCEPT', 'T', 'ACCEPTED'],
  ['REQUESTED ACKNOWLEDGED', 'REJECT', 'GT', 'REJECTED'],
  ['ACCEPTED', 'RECORD_FIRST_CONTACT', 'T', 'IN_PROGRESS'],
  ['ACCEPTED IN_PROGRESS', 'HOLD', 'T', 'ON_HOLD'],
  ['ON_HOLD', 'RESUME', 'T', 'BEFORE'],
  ['REQUESTED ACKNOWLEDGED ACCEPTED IN_PROGRESS ON_HOLD CANCEL_PENDING', 'UPDATE', 'RGT', 'SAME'],
  ['REQUESTED ACKNOWLEDGED ACCEPTED IN_PROGRESS ON_HOLD', 'ASK_TO_CANCEL', 'R', 'CANCEL_PENDING'],
  ['CANCEL_PENDING', 'CONFIRM_CANCEL', 'GT', 'CANCELLED'],
  ['CANCEL_PENDING', 'DECLINE_CANCEL', 'GT', 'BEFORE'],
  ['REQUESTED ACKNOWLEDGED ACCEPTED', 'EXPIRE', 'G', 'EXPIRED'],
  ['IN_PROGRESS', 'COMPLETE', 'T', 'COMPLETED'],
  ['ACCEPTED IN_PROGRESS ON_HOLD', 'FAIL', 'T', 'FAILED'],
];
const sideOf = (letter: string): ReferralSide => referralSides.find((side) => side.startsWith(letter))!;

describe('the machine', () => {
  test('is the table of arrows, and nothing else: from every state, every move, for every side', () => {
    const expected = new Set(
      arrows.flatMap(([from, name, letters, to]) =>
        from
          .split(' ')
          .flatMap((state) => Array.from(letters).map((letter) => `${state} ${name} ${sideOf(letter)} ${to}`)),
      ),
    );
    for (const state of referralStates.filter((each) => each !== 'ENTERED_IN_ERROR')) {
      expected.add(`${state} MARK_ENTERED_IN_ERROR REQUESTER ENTERED_IN_ERROR`);
    }
    const found = new Set<string>();
    for (const state of referralStates) {
      for (const name of referralMoves) {
        for (const side of referralSides) {
          const [reason] = moveRules[name].reasons ?? [];
          const standing: Standing = { state, before: ['ACCEPTED'] };
          const outcome = move(standing, { move: name, sides: [side], ...(reason && { reason }) });
          if (outcome.kind === 'moved') found.add(`${state} ${name} ${side} ${moveRules[name].to}`);
        }
      }
    }
    expect([...found].sort()).toEqual([...expected].sort());
  });

  test('no walk of any length makes an illegal move, and every refusal names its reason', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 60 }), (requests) => {
        let standing: Standing = { state: 'DRAFT', before: [] };
        for (const { reason, ...each } of requests) {
          const rule = moveRules[each.move];
          const outcome = move(standing, { ...each, ...(reason && { reason }) });
          const legal =
            rule.from.includes(standing.state) &&
            rule.by.some((side) => each.sides.includes(side)) &&
            (rule.reasons ? reason !== undefined && rule.reasons.includes(reason) : reason === undefined);
          expect(outcome.kind).toBe(legal ? 'moved' : 'refused');
          if (outcome.kind === 'refused') {
            expect(outcome.fault).toMatch(
              /^(NOT_FROM_THIS_STATE|NOT_FOR_THIS_SIDE|REASON_REQUIRED|REASON_NOT_OF_THIS_MOVE)$/,
            );
            continue;
          }
          expect(each.sides).toContain(outcome.side);
          standing = outcome.standing;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('what has ended stays ended, but for having been a mistake', () => {
    const ended = referralStates.filter((state) => !isOpen(state) && state !== 'DRAFT');
    for (const state of ended) {
      const open = openMoves({ state, before: [] }, referralSides).map(({ move }) => move);
      expect(open).toEqual(state === 'ENTERED_IN_ERROR' ? [] : ['MARK_ENTERED_IN_ERROR']);
    }
  });

  test.each<[ReferralMove, ReferralState]>([
    ['REJECT', 'REQUESTED'],
    ['ASK_TO_CANCEL', 'REQUESTED'],
    ['EXPIRE', 'REQUESTED'],
    ['FAIL', 'ACCEPTED'],
    ['DECLINE_CANCEL', 'CANCEL_PENDING'],
  ])('%s needs a coded reason of its own', (name, state) => {
    const standing: Standing = { state, before: ['REQUESTED'] };
    expect(move(standing, { move: name, sides: referralSides })).toEqual({ kind: 'refused', fault: 'REASON_REQUIRED' });
    const foreign = referralReasons.find((reason) => moveRules[name].reasons?.includes(reason) === false)!;
    expect(move(standing, { move: name, sides: referralSides, reason: foreign })).toEqual({
      kind: 'refused',
      fault: 'REASON_NOT_OF_THIS_MOVE',
    });
  });

  test('a cancellation that is declined leads back to where the referral was, through a pause too', () => {
    let standing: Standing = { state: 'IN_PROGRESS', before: [] };
    for (const [name, reason] of [
      ['HOLD', undefined],
      ['ASK_TO_CANCEL', 'CLIENT_CHANGED_MIND'],
      ['DECLINE_CANCEL', 'CLIENT_WISHES_TO_CONTINUE'],
    ] as const) {
      const outcome = move(standing, { move: name, sides: referralSides, ...(reason && { reason }) });
      if (outcome.kind === 'refused') throw new Error(outcome.fault);
      standing = outcome.standing;
    }
    expect(standing).toEqual({ state: 'ON_HOLD', before: ['IN_PROGRESS'] });
    expect(move(standing, { move: 'RESUME', sides: ['TARGET'] })).toEqual({
      kind: 'moved',
      side: 'TARGET',
      standing: { state: 'IN_PROGRESS', before: [] },
    });
  });
});
