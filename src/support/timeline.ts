import type { ProgrammeVersion } from '../programme/programme.js';
import type { Strand } from '../programme/words.js';
import type { CaseDocument } from './case-document.js';
import type { CaseReader } from './case-desk.js';
import type { SessionDocument } from './session-document.js';

/** One thing that happened on either journey, and which organisation it came from (WL-16). */
export interface TimelineEvent {
  /** ISO instant or day, as it came. */
  readonly at: string;
  readonly what: string;
  /** Which journey; null for what belongs to neither. */
  readonly strand: Strand | null;
  readonly organisation: string;
}

/** Both journeys as one, oldest first. Says what happened and never what was found: codes only, no free text. */
export function timelineOf(
  document: CaseDocument,
  sessions: readonly SessionDocument[],
  { definition }: ProgrammeVersion,
  read: Pick<CaseReader, 'text'>,
): readonly TimelineEvent[] {
  const strandOf = (category: string): Strand | null =>
    definition.supportCategories.find(({ code }) => code === category)?.strand ?? null;
  const events: TimelineEvent[] = [
    ...document.history.map(({ kind, at, by }) => ({ at, what: kind, strand: null, organisation: by.organisation })),
    ...document.actions.map(({ changedAt, state, strand, owner }) => ({
      at: changedAt,
      what: `ACTION ${state}`,
      strand,
      organisation: owner,
    })),
    ...document.interventions.flatMap(
      ({ category, provider, requestedOn, acceptedOn, firstAttendedOn, completedOn }) => {
        const giver = read.text(provider);
        const happened = (at: string | undefined, word: string, organisation: string): readonly TimelineEvent[] =>
          at === undefined ? [] : [{ at, what: `${category} ${word}`, strand: strandOf(category), organisation }];
        return [
          ...happened(requestedOn, 'REQUESTED', document.organisation),
          ...happened(acceptedOn, 'ACCEPTED', giver),
          ...happened(firstAttendedOn, 'ATTENDED', giver),
          ...happened(completedOn, 'COMPLETED', giver),
        ];
      },
    ),
    ...document.snapshots.map(({ on, point }) => ({
      at: on,
      what: `SNAPSHOT ${point}`,
      strand: 'WORK' as const,
      organisation: document.organisation,
    })),
    ...sessions.map(({ startsAt, state, role, group, deliveredBy }) => ({
      at: startsAt,
      what: `${group === undefined ? 'SESSION' : 'GROUP SESSION'} ${state}`,
      // A practitioner's session is part of the health journey, whoever employs them (WL-05).
      strand:
        definition.roles.find(({ code }) => code === role)?.clinical === true ? ('HEALTH' as const) : ('WORK' as const),
      organisation: deliveredBy,
    })),
  ];
  return inOrder(events);
}

/** Oldest first; a day comes before the instants of it. */
export const inOrder = (events: readonly TimelineEvent[]): readonly TimelineEvent[] =>
  [...events].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
