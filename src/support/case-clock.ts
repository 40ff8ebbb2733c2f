import { daysBetween } from '../programme/calendar.js';
import { addDuration, beforeDuration } from '../programme/duration.js';
import { settleRules } from '../programme/eligibility.js';
import type { KnownFacts } from '../programme/facts.js';
import type { ProgrammeVersion, Stream } from '../programme/programme.js';
import type { CaseStatus } from './words.js';

/** Sorts behind every day. */
export const never = '9999-12-31';

/** How the time of a case stands on a day. */
export interface CaseTime {
  readonly daysUsed: number;
  /** Null where the case is open-ended. */
  readonly plannedEndOn: string | null;
  readonly daysLeft: number | null;
  /** The days on which somebody is to be warned. */
  readonly warningsOn: readonly string[];
  /** A warning is due, or the planned end is past; never for a closed case. */
  readonly warned: boolean;
  readonly overdue: boolean;
  /** The programme's own last day for every case, if it has one. */
  readonly closesOn: string | null;
}

/** What of a case its clock reads: the same for a person's and for an employer's. */
export interface Timed {
  readonly status: CaseStatus;
  /** ISO instant. */
  readonly openedAt: string;
  /** ISO day, or `never`. */
  readonly plannedEndOn: string;
  readonly discharge?: { readonly on: string };
}

export function timeOf(timed: Timed, programme: Pick<ProgrammeVersion, 'definition'>, today: string): CaseTime {
  const { openedAt, plannedEndOn, discharge, status } = timed;
  const isOpen = status === 'OPEN';
  const ends = endOf(timed, programme);
  const warningsOn = warningsOf(timed, programme);
  return {
    daysUsed: Math.max(0, daysBetween(openedAt.slice(0, 10), discharge?.on ?? today)),
    plannedEndOn: plannedEndOn === never ? null : plannedEndOn,
    daysLeft: isOpen && ends !== never ? daysBetween(today, ends) : null,
    warningsOn,
    warned: isOpen && ((warningsOn[0] !== undefined && warningsOn[0] <= today) || ends < today),
    overdue: isOpen && ends < today,
    closesOn: programme.definition.period.close ?? null,
  };
}

/** The last day that a case has: its planned end, or the day by which the programme discharges everybody. */
export const endOf = (
  { plannedEndOn }: Pick<Timed, 'plannedEndOn'>,
  { definition }: Pick<ProgrammeVersion, 'definition'>,
): string => [plannedEndOn, definition.period.close ?? never].sort()[0] ?? never;

/** The days on which somebody is to be warned, earliest first. */
export function warningsOf(
  timed: Pick<Timed, 'plannedEndOn'>,
  programme: Pick<ProgrammeVersion, 'definition'>,
): readonly string[] {
  const ends = endOf(timed, programme);
  if (ends === never) return [];
  return programme.definition.clocks.warnings.map((warning) => beforeDuration(ends, warning)).sort();
}

/**
 * The day on which a case of a stream that begins on `from` is planned to end: the first ending whose rule holds for certain.
 * Undefined where the programme is open-ended, or where a missing fact leaves it open which ending applies.
 */
export function plannedEnd(
  programme: Pick<ProgrammeVersion, 'areas'>,
  { plannedEnd: endings }: Pick<Stream, 'plannedEnd'>,
  facts: KnownFacts,
  from: string,
): string | undefined {
  for (const { when, after } of endings) {
    const holds = when && settleRules([when], programme, facts, from).together;
    if (!holds || (holds.kind === 'decided' && holds.value)) return addDuration(from, after);
    if (holds.kind === 'open') return undefined;
  }
  return undefined;
}
