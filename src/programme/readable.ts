import { addDays, addMonths, daysBetween, wholeMonthsBetween } from './calendar.js';
import { factOf, noArea } from './facts.js';
import type { FactName, KnownFacts } from './facts.js';
import type { Atom, Readable } from './formula.js';

/** What translates a postcode district, a practice or a jobcentre into an area of one programme. */
export interface AreaLookup {
  readonly ids: readonly string[];
  areaOf(fact: FactName, code: string): string | undefined;
}

/** A known fact as a rule reads it; undefined where it is not known. */
export function readableOf(name: FactName, known: KnownFacts, areas: AreaLookup, today: string): Readable | undefined {
  const value = known[name];
  if (value === undefined) return undefined;
  switch (factOf(name).kind) {
    case 'number':
      return BigInt(Math.trunc(Number(value)));
    case 'area':
      return areas.areaOf(name, String(value)) ?? noArea;
    case 'since':
      return since(String(value), today);
    case 'truth':
    case 'choice':
      return typeof value === 'number' ? BigInt(value) : value;
  }
}

const since = (day: string, today: string): Readable => ({
  wholeMonths: BigInt(wholeMonthsBetween(day, today)),
  days: BigInt(Math.max(0, daysBetween(day, today))),
});

/**
 * Values of a fact between which the answers of these questions can turn: each way in which they can be answered together is
 * answered so by one of them. Exact, because a rule may only compare a fact with what stands in the rule (`rule.ts`).
 */
export function turningValues(
  name: FactName,
  atoms: readonly Atom[],
  areas: AreaLookup,
  today: string,
): readonly Readable[] {
  const fact = factOf(name);
  switch (fact.kind) {
    case 'truth':
      return [true, false];
    case 'choice':
      return fact.choices ?? [];
    case 'area':
      return [...areas.ids, noArea];
    case 'number':
      return around(atoms.flatMap(({ constants }) => constants.map(Number))).map(BigInt);
    case 'since':
      return atoms.flatMap((atom) => turningDays(atom, today)).map((day) => since(day, today));
  }
}

/** No number of a fact is below zero. */
const around = (constants: readonly number[]): readonly number[] =>
  constants.flatMap((constant) => [constant - 1, constant, constant + 1]).filter((value) => value >= 0);

/** Days on either side of where `wholeMonths` or `days` since then passes a constant. */
function turningDays({ member, constants }: Atom, today: string): readonly string[] {
  return around(constants.map(Number)).flatMap((amount) => {
    const turn = member === 'wholeMonths' ? addMonths(today, -amount) : addDays(today, -amount);
    // The last day of a month stands for several: 28 February and 31 August can be the same number of months away.
    return [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((offset) => addDays(turn, offset)).filter((day) => day <= today);
  });
}
