import type { FactName } from './facts.js';

/** One yes-or-no question to one fact: `employer.headcount < 250`. */
export interface Atom {
  readonly fact: FactName;
  /** What stands beside the fact in the question: where its answer can turn. Empty for a bare fact. */
  readonly constants: readonly (string | number | boolean)[];
  /** Which member of a fact of kind `since` is asked for. */
  readonly member?: 'wholeMonths' | 'days';
  /** The answer for a value as a rule reads it (`readable.ts`). */
  readonly holds: (value: Readable) => boolean;
}

/** A fact's value as CEL reads it. */
export type Readable = boolean | bigint | string | { readonly wholeMonths: bigint; readonly days: bigint };

/** A rule, taken apart into the questions that it asks. */
export type Formula =
  | { readonly kind: 'atom'; readonly atom: Atom }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Formula[] }
  | { readonly kind: 'not'; readonly part: Formula }
  | { readonly kind: 'constant'; readonly value: boolean };

/** Every question that a formula asks, in the order in which they stand. */
export function atomsOf(formula: Formula): readonly Atom[] {
  switch (formula.kind) {
    case 'constant':
      return [];
    case 'atom':
      return [formula.atom];
    case 'not':
      return atomsOf(formula.part);
    case 'all':
    case 'any':
      return formula.parts.flatMap(atomsOf);
  }
}
