import { addDays } from '../programme/calendar.js';
import { addDuration } from '../programme/duration.js';
import type { ProgrammeVersion } from '../programme/programme.js';
import { endOf, never, warningsOf, type Timed } from './case-clock.js';

/** The clocks of an open case that somebody is told of. */
export const caseClocks = ['ENDING_SOON', 'EXTENSION_DUE', 'PAST_END', 'NO_CONTACT'] as const;
export type CaseClock = (typeof caseClocks)[number];

/** One of them, and the ISO day from which it has run out. */
export interface DueClock {
  readonly clock: CaseClock;
  readonly on: string;
}

/** What of a case its clocks read. */
export interface Watched extends Timed {
  /** How often its end was put off. */
  readonly extended: number;
  /** ISO day of the last session that the person came to; undefined for an employer's case, which has none. */
  readonly lastContactOn?: string;
}

type Rules = Pick<ProgrammeVersion, 'definition'>;

/** Pure: every clock that an open case has under its version, run out or still to come. A closed case has none. */
export function clocksOf(watched: Watched, programme: Rules): readonly DueClock[] {
  if (watched.status !== 'OPEN') return [];
  const { contact, extensions } = programme.definition.clocks;
  const end = endOf(watched, programme);
  const warnings = warningsOf(watched, programme);
  // The programme's own last day is put off for nobody.
  const canExtend = extensions !== undefined && end === watched.plannedEndOn && watched.extended < extensions.most;
  return [
    ...warnings.map((on, at) => ({
      // The last warning is the time to decide: more time, or the end.
      clock: canExtend && at === warnings.length - 1 ? ('EXTENSION_DUE' as const) : ('ENDING_SOON' as const),
      on,
    })),
    ...(end === never ? [] : [{ clock: 'PAST_END' as const, on: addDays(end, 1) }]),
    ...(contact && watched.lastContactOn !== undefined
      ? [{ clock: 'NO_CONTACT' as const, on: addDuration(watched.lastContactOn, contact) }]
      : []),
  ];
}

/** The day on which somebody must look again: when the next clock runs out; tomorrow, while somebody waits for the person to come. */
export function nextLookOn(clocks: readonly DueClock[], today: string): string {
  const isSilent = clocks.some(({ clock, on }) => clock === 'NO_CONTACT' && on <= today);
  const days = clocks.map(({ on }) => on).filter((on) => on > today);
  return [...days, ...(isSilent ? [addDays(today, 1)] : [])].sort()[0] ?? never;
}
