import type { Alternative } from './definition.js';
import type { FactName, KnownFacts } from './facts.js';
import type { Formula } from './formula.js';
import type { ProgrammeVersion, Stream } from './programme.js';
import { readableOf, turningValues } from './readable.js';
import { settle, waysToAnswer, type Settled, type SettledTogether } from './settle.js';

export type EligibilityOutcome = 'ELIGIBLE' | 'NOT_ELIGIBLE' | 'CANNOT_SAY_YET';

/** What one stream says of one person or employer. */
export interface StreamEligibility {
  readonly programme: ProgrammeVersion;
  readonly stream: Stream;
  readonly outcome: EligibilityOutcome;
  /** Every criterion in words, in the order of the file, those of the programme's own dates first. */
  readonly reasons: readonly Reason[];
  /** The facts that could still change the outcome, and no other. Empty unless it cannot be said yet. */
  readonly missing: readonly MissingFact[];
  /** What is offered instead; empty where somebody is eligible. */
  readonly alternatives: readonly Alternative[];
}

export interface Reason {
  readonly criterion: string;
  readonly state: 'MET' | 'NOT_MET' | 'NOT_KNOWN';
  readonly says: string;
}

export interface MissingFact {
  readonly fact: FactName;
  /** Whether some answer to this question alone makes it yes, or no, whatever the others are: what to ask first. */
  readonly couldMakeEligible: boolean;
  readonly couldMakeNotEligible: boolean;
}

/** Pure: what every stream of a version says of these facts on a day. */
export function checkProgramme(
  programme: ProgrammeVersion,
  known: KnownFacts,
  today: string,
): readonly StreamEligibility[] {
  return programme.streams.map((stream) => checkStream(programme, stream, known, today));
}

export function checkStream(
  programme: ProgrammeVersion,
  stream: Stream,
  known: KnownFacts,
  today: string,
): StreamEligibility {
  const { each, together } = settle(
    stream.criteria.map(({ formula }) => formula),
    (fact) => readableOf(fact, known, programme.areas, today),
    (fact, atoms) => stream.waysOf(fact, atoms, today),
  );
  const closed = enrolmentClosed(programme, today);
  const outcome = closed ? 'NOT_ELIGIBLE' : outcomeOf(together);
  const reasons = stream.criteria.flatMap(({ definition }, at) => {
    const settled = each[at];
    return settled ? [reasonOf(definition, settled)] : [];
  });
  return {
    programme,
    stream,
    outcome,
    reasons: closed ? [closed, ...reasons] : reasons,
    missing:
      outcome === 'CANNOT_SAY_YET' && together.kind === 'open'
        ? together.missing.map(({ fact, couldBeYes, couldBeNo }) => ({
            fact,
            couldMakeEligible: couldBeYes,
            couldMakeNotEligible: couldBeNo,
          }))
        : [],
    alternatives: outcome === 'ELIGIBLE' ? [] : [...stream.definition.otherwise, ...programme.definition.otherwise],
  };
}

/** Decides rules of a programme over what is known, each and all together. */
export function settleRules(
  rules: readonly Formula[],
  { areas }: Pick<ProgrammeVersion, 'areas'>,
  known: KnownFacts,
  today: string,
): SettledTogether {
  return settle(
    rules,
    (fact) => readableOf(fact, known, areas, today),
    (fact, atoms) => waysToAnswer(atoms, turningValues(fact, atoms, areas, today)),
  );
}

function outcomeOf(settled: Settled): EligibilityOutcome {
  if (settled.kind === 'open') return 'CANNOT_SAY_YET';
  return settled.value ? 'ELIGIBLE' : 'NOT_ELIGIBLE';
}

function reasonOf({ code, met, notMet }: Stream['definition']['criteria'][number], settled: Settled): Reason {
  if (settled.kind === 'open') return { criterion: code, state: 'NOT_KNOWN', says: `Not known yet: ${met}` };
  return settled.value
    ? { criterion: code, state: 'MET', says: met }
    : { criterion: code, state: 'NOT_MET', says: notMet };
}

/** Whether anybody could be enrolled on a day. */
export const isEnrolling = (programme: ProgrammeVersion, today: string): boolean =>
  enrolmentClosed(programme, today) === undefined;

/** The programme's own dates: nobody is enrolled before it starts, or after enrolment stops (HWS-28). */
function enrolmentClosed({ definition }: ProgrammeVersion, today: string): Reason | undefined {
  const { start, enrolmentStop, close } = definition.period;
  const stop = enrolmentStop ?? close;
  if (today < start) return closed(`${definition.name} starts on ${start}.`);
  if (stop !== undefined && today > stop)
    return closed(`${definition.name} enrolled its last ${definition.words.client} on ${stop}.`);
  return undefined;
}

const closed = (says: string): Reason => ({ criterion: 'ENROLMENT', state: 'NOT_MET', says });
