import { createDiagrams, no, yes, type Diagram, type Diagrams } from './decision-diagram.js';
import type { FactName } from './facts.js';
import { atomsOf } from './formula.js';
import type { Atom, Formula, Readable } from './formula.js';

/** What a rule says of somebody of whom some facts are missing. */
export type Settled =
  | { readonly kind: 'decided'; readonly value: boolean }
  | {
      readonly kind: 'open';
      /**
       * Every fact that could still change the answer, and no other. It is the one smallest set that settles it for certain:
       * without any of these, some way in which the rest could be leaves the answer open.
       */
      readonly missing: readonly OpenFact[];
    };

export interface OpenFact {
  readonly fact: FactName;
  /** Whether some answer to this question alone makes it yes, or no, whatever the others are. */
  readonly couldBeYes: boolean;
  readonly couldBeNo: boolean;
}

/** What each of several rules says, and all of them together. */
export interface SettledTogether {
  readonly each: readonly Settled[];
  readonly together: Settled;
}

/**
 * Decides rules over what is known. Where facts are missing a rule is decided still if every way in which they could be
 * answers the same, which three-valued logic alone cannot see (`age < 25 || age >= 25`). Otherwise it says which facts matter.
 * @throws DiagramTooLarge where a rule asks too much; the loader refuses such a rule
 */
export function settle(
  rules: readonly Formula[],
  known: (fact: FactName) => Readable | undefined,
  waysOf: (fact: FactName, atoms: readonly Atom[]) => WaysToAnswer,
): SettledTogether {
  const answers = new Map<Atom, boolean>();
  const open = new Map<FactName, Atom[]>();
  for (const atom of rules.flatMap(atomsOf)) {
    const value = known(atom.fact);
    if (value !== undefined) answers.set(atom, atom.holds(value));
    else open.set(atom.fact, [...(open.get(atom.fact) ?? []), atom]);
  }
  const levels = [...open].map(([fact, atoms]) => ({ fact, ways: waysOf(fact, atoms) }));
  const diagrams = createDiagrams();
  const each = rules.map((rule) => diagramOf(rule, answers, levels, diagrams));
  const settled = (root: Diagram): Settled =>
    root === no || root === yes
      ? { kind: 'decided', value: root === yes }
      : { kind: 'open', missing: diagrams.levelsOf(root).flatMap((at) => openFact(root, at, levels, diagrams)) };
  return { each: each.map(settled), together: settled(each.reduce(diagrams.and, yes)) };
}

/** The different ways in which the questions to one fact can be answered together. */
export type WaysToAnswer = readonly ReadonlyMap<Atom, boolean>[];

interface Level {
  readonly fact: FactName;
  readonly ways: WaysToAnswer;
}

/** @param values of the fact, between which each answer can turn */
export function waysToAnswer(atoms: readonly Atom[], values: readonly Readable[]): WaysToAnswer {
  const ways = new Map<string, ReadonlyMap<Atom, boolean>>();
  for (const value of values) {
    const answers = atoms.map((atom) => [atom, atom.holds(value)] as const);
    ways.set(answers.map(([, answer]) => answer).join(), new Map(answers));
  }
  return [...ways.values()];
}

function diagramOf(
  formula: Formula,
  answers: ReadonlyMap<Atom, boolean>,
  levels: readonly Level[],
  diagrams: Diagrams,
): Diagram {
  const of = (part: Formula): Diagram => diagramOf(part, answers, levels, diagrams);
  switch (formula.kind) {
    case 'constant':
      return formula.value ? yes : no;
    case 'not':
      return diagrams.not(of(formula.part));
    case 'all':
      return formula.parts.reduce((joined, part) => diagrams.and(joined, of(part)), yes);
    case 'any':
      return formula.parts.reduce((joined, part) => diagrams.or(joined, of(part)), no);
    case 'atom': {
      const answer = answers.get(formula.atom);
      if (answer !== undefined) return answer ? yes : no;
      const at = levels.findIndex(({ fact }) => fact === formula.atom.fact);
      return diagrams.ask(
        at,
        (levels[at]?.ways ?? []).map((way) => (way.get(formula.atom) === true ? yes : no)),
      );
    }
  }
}

function openFact(root: Diagram, at: number, levels: readonly Level[], diagrams: Diagrams): readonly OpenFact[] {
  const level = levels[at];
  if (!level) return [];
  const outcomes = new Set(level.ways.map((_, way) => diagrams.answered(root, at, way)));
  return [{ fact: level.fact, couldBeYes: outcomes.has(yes), couldBeNo: outcomes.has(no) }];
}
