/** The life of a correction request, and its clock. Pure. */
import { bankHolidays, isWeekend } from '../programme/bank-holidays.js';
import { addDays, addMonths } from '../programme/calendar.js';

/** `REQUESTING`: nobody was asked yet, because the task is not stored; nobody is shown it. */
export const correctionStates = ['REQUESTING', 'REQUESTED', 'ACKNOWLEDGED', 'CORRECTED', 'REFUSED'] as const;
export type CorrectionState = (typeof correctionStates)[number];

/** What whoever holds the record can do with a request. */
export const correctionMoves = ['ACKNOWLEDGE', 'EXTEND', 'CORRECT', 'REFUSE'] as const;
export type CorrectionMove = (typeof correctionMoves)[number];

/**
 * Why a record is left as it is: the grounds of the Information Commissioner's guide to the right to rectification (the record is found
 * accurate; it is an opinion and says so; it records a mistake that was made; the request is manifestly unfounded or excessive), and that
 * whoever was asked does not hold it.
 */
export const correctionRefusals = [
  'FOUND_ACCURATE',
  'OPINION_RECORDED_AS_SUCH',
  'RECORDS_A_PAST_MISTAKE',
  'MANIFESTLY_UNFOUNDED',
  'EXCESSIVE',
  'NOT_HELD_HERE',
] as const;
export type CorrectionRefusal = (typeof correctionRefusals)[number];

/** What leads on to what; a move that is not here is refused. */
const next: Readonly<Record<CorrectionState, Readonly<Partial<Record<CorrectionMove, CorrectionState>>>>> = {
  REQUESTING: {},
  REQUESTED: { ACKNOWLEDGE: 'ACKNOWLEDGED', EXTEND: 'REQUESTED', CORRECT: 'CORRECTED', REFUSE: 'REFUSED' },
  ACKNOWLEDGED: { EXTEND: 'ACKNOWLEDGED', CORRECT: 'CORRECTED', REFUSE: 'REFUSED' },
  CORRECTED: {},
  REFUSED: {},
};

/** Where a move leads; undefined where it leads nowhere from here. */
export const stateAfter = (state: CorrectionState, move: CorrectionMove): CorrectionState | undefined =>
  next[state][move];

/** Whether the fact is still in dispute: also after a refusal, since the client says that it is wrong all the same. */
export const isDisputed = (state: CorrectionState): boolean =>
  state === 'REQUESTED' || state === 'ACKNOWLEDGED' || state === 'REFUSED';

/** Whether somebody must still answer. */
export const isOpen = (state: CorrectionState): boolean => state === 'REQUESTED' || state === 'ACKNOWLEDGED';

/** UK GDPR article 12(3): one month of receipt. */
const monthsToAnswer = 1;
/** The same, where the request is complex: two further months, once, and said within the first. */
const furtherMonths = 2;

/**
 * The last day on which a request that came on a day is answered in time: the same day of the next month, or that month's last; where it is
 * no working day, the next one (Information Commissioner, "Right to rectification": how long do we have to comply). England's bank
 * holidays: of the four nations' the hub knows nothing else to choose by.
 */
export function answerBy(receivedOn: string, isExtended: boolean): string {
  let day = addMonths(receivedOn, monthsToAnswer + (isExtended ? furtherMonths : 0));
  while (isWeekend(day) || bankHolidays(Number(day.slice(0, 4)), 'ENGLAND').has(day)) day = addDays(day, 1);
  return day;
}

/** Days before that last day on which whoever runs the hub begins to ask. [chosen]: time to be heard within the month. */
const daysOfWarning = 7;

/** When the task of a request runs out in the first owner's queue; ISO instant. */
export const chasedFrom = (dueOn: string): string => `${addDays(dueOn, -daysOfWarning)}T23:59:59.000Z`;
