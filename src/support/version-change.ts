import { checkStream, type EligibilityOutcome } from '../programme/eligibility.js';
import type { KnownFacts } from '../programme/facts.js';
import type { ProgrammeVersion } from '../programme/programme.js';
import type { CaseDocument } from './case-document.js';
import { plannedEnd } from './case-clock.js';

/** What two versions of a programme say of one case. */
export interface VersionDifference {
  readonly from: string;
  readonly to: string;
  readonly outcome: EligibilityOutcome;
  /** Null where the other version has no such stream. */
  readonly otherOutcome: EligibilityOutcome | null;
  /** ISO days; null: open-ended. Extensions are left out on both sides. */
  readonly plannedEndOn: string | null;
  readonly otherPlannedEndOn: string | null;
}

/**
 * What another version would do differently with a case, decided on the facts and for the day that it was opened with;
 * undefined where it would do the same. The case stays on its own version whatever this says.
 */
export function versionDifference(
  document: Pick<CaseDocument, 'stream' | 'openedAt'>,
  facts: KnownFacts,
  own: ProgrammeVersion,
  other: ProgrammeVersion,
): VersionDifference | undefined {
  const day = document.openedAt.slice(0, 10);
  const says = (version: ProgrammeVersion) => {
    const stream = version.streams.find(({ definition }) => definition.code === document.stream);
    return stream
      ? {
          outcome: checkStream(version, stream, facts, day).outcome,
          end: plannedEnd(version, stream, facts, day) ?? null,
        }
      : { outcome: null, end: null };
  };
  const [mine, theirs] = [says(own), says(other)];
  if (mine.outcome === null || (mine.outcome === theirs.outcome && mine.end === theirs.end)) return undefined;
  return {
    from: own.effectiveFrom,
    to: other.effectiveFrom,
    outcome: mine.outcome,
    otherOutcome: theirs.outcome,
    plannedEndOn: mine.end,
    otherPlannedEndOn: theirs.end,
  };
}
