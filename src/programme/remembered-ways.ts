import type { FactName } from './facts.js';
import type { Atom } from './formula.js';
import { turningValues, type AreaLookup } from './readable.js';
import { waysToAnswer, type WaysToAnswer } from './settle.js';

/** @param atoms every question to the fact in one fixed list of rules */
export type RememberedWays = (fact: FactName, atoms: readonly Atom[], today: string) => WaysToAnswer;

/** Works out the ways to answer each fact of one list of rules once a day: nothing else changes them, and it is most of what a check costs. */
export function rememberWays(areas: AreaLookup): RememberedWays {
  const known = new Map<FactName, WaysToAnswer>();
  let day = '';
  return (fact, atoms, today) => {
    if (today !== day) known.clear();
    day = today;
    const ways = known.get(fact) ?? waysToAnswer(atoms, turningValues(fact, atoms, areas, today));
    known.set(fact, ways);
    return ways;
  };
}
