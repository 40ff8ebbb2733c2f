import type { ASTNode } from '@marcbachmann/cel-js';
import { factNames, factOf, noArea, type FactName } from './facts.js';
import type { Atom, Formula, Readable } from './formula.js';

/** What reading a rule needs besides its text. */
export interface Reading {
  /** Ids of the programme's areas. */
  readonly areas: readonly string[];
  readonly fault: (node: ASTNode, message: string) => void;
  readonly compile: (node: ASTNode) => (context: object) => unknown;
}

/** Stands where a fault was told. */
export const never: Formula = { kind: 'constant', value: false };

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);

/**
 * A question compares one fact with what stands in the rule, and nothing more: so the hub can tell what any missing fact could
 * still change, exactly, instead of guessing.
 */
export function atomOf(node: ASTNode, reading: Reading): Formula {
  const bare = referenceOf(node);
  if (bare && factOf(bare.fact).kind === 'truth') return { kind: 'atom', atom: asked(node, bare, [], reading) };
  const sides = comparisons.has(node.op) ? (node.args as readonly [ASTNode, ASTNode]) : undefined;
  const references = sides?.map(referenceOf);
  const reference = references?.[0] ?? references?.[1];
  const constants = sides && constantsOf(references?.[0] ? sides[1] : sides[0]);
  if (!reference || !constants || (references?.[0] && references[1])) {
    reading.fault(
      node,
      'a rule compares one fact at a time with what stands in the rule (==, !=, <, <=, >, >=, in), joined by &&, || and !',
    );
    return never;
  }
  checkConstants(node, reference.fact, constants, reading);
  return { kind: 'atom', atom: asked(node, reference, constants, reading) };
}

interface Reference {
  readonly fact: FactName;
  readonly member?: 'wholeMonths' | 'days';
}

function referenceOf(node: ASTNode): Reference | undefined {
  const path = pathOf(node);
  const fact = factNames.find((name) => path === name || path?.startsWith(`${name}.`) === true);
  if (fact === undefined || path === undefined) return undefined;
  const member = path.slice(fact.length + 1);
  return member === 'wholeMonths' || member === 'days' ? { fact, member } : { fact };
}

function pathOf(node: ASTNode): string | undefined {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return undefined;
  const path = pathOf(node.args[0]);
  return path === undefined ? undefined : `${path}.${node.args[1]}`;
}

/** The literals of one side, or undefined where it is something else. */
function constantsOf(node: ASTNode | undefined): Atom['constants'] | undefined {
  if (node?.op === 'list') {
    const items = node.args.map(constantsOf);
    return items.every((item) => item !== undefined) ? items.flat() : undefined;
  }
  if (node?.op !== 'value') return undefined;
  if (typeof node.args === 'bigint') return [Number(node.args)];
  return typeof node.args === 'string' || typeof node.args === 'boolean' ? [node.args] : undefined;
}

function checkConstants(node: ASTNode, name: FactName, constants: Atom['constants'], reading: Reading): void {
  const fact = factOf(name);
  const domain = fact.kind === 'area' ? [...reading.areas, noArea] : fact.choices;
  for (const constant of domain ? constants : []) {
    if (!domain?.includes(String(constant))) {
      reading.fault(node, `${name} is never ${JSON.stringify(constant)}: it is one of ${domain?.join(', ') ?? ''}`);
    }
  }
}

function asked(node: ASTNode, { fact, member }: Reference, constants: Atom['constants'], reading: Reading): Atom {
  const compiled = reading.compile(node);
  const [group = '', field = ''] = fact.split('.');
  return {
    fact,
    constants,
    ...(member && { member }),
    holds: (value: Readable) => compiled({ [group]: { [field]: value } }) === true,
  };
}
