import { Environment } from '@marcbachmann/cel-js';
import type { ASTNode } from '@marcbachmann/cel-js';
import { serialize } from '@marcbachmann/cel-js/serialize';
import { atomOf, never, type Reading } from './atom.js';
import { factNames, factOf, type FactKind } from './facts.js';
import type { Formula } from './formula.js';
import { ruleWords } from './rule-words.js';

/** What is wrong with a rule, and where in its text. */
export interface RuleFault {
  readonly message: string;
  /** From the start of the rule's text. */
  readonly offset: number;
}

export type CompiledRule =
  | { readonly kind: 'rule'; readonly formula: Formula }
  | { readonly kind: 'faults'; readonly faults: readonly RuleFault[] };

/** Reads rules of one language: CEL over the fact model, type-checked, and taken apart into questions to single facts. */
export interface RuleLanguage {
  /** @param areas ids of the programme's areas: what an area may be compared with */
  compile(text: string, areas: readonly string[]): CompiledRule;
}

const celTypes = {
  truth: 'bool',
  choice: 'string',
  number: 'int',
  area: 'string',
  since: undefined,
} as const satisfies Record<FactKind, string | undefined>;

/** One per hub: building the environment costs more than reading every rule. */
export function createRuleLanguage(): RuleLanguage {
  const environment = environmentOfFacts();
  return {
    compile(text, areas) {
      const checked = environment.check(text);
      if (!checked.valid) return { kind: 'faults', faults: [faultOfCheck(checked.error, text)] };
      if (checked.type !== 'bool') {
        return {
          kind: 'faults',
          faults: [{ message: `a rule answers yes or no, and this is of type ${String(checked.type)}`, offset: 0 }],
        };
      }
      const faults: RuleFault[] = [];
      const formula = formulaOf(environment.parse(text).ast, {
        areas,
        fault: (node, message) => void faults.push({ message, offset: node.range.start }),
        compile: (node) => environment.parse(serialize(node)),
      });
      return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'rule', formula };
    },
  };
}

/** `work.inPaidWork` is the field `inPaidWork` of the variable `work`: what is not declared is a fault of the rule. */
function environmentOfFacts(): Environment {
  const schemas = new Map<string, Record<string, string | Record<string, string>>>();
  for (const name of factNames) {
    const [group = '', field = ''] = name.split('.');
    const schema = schemas.get(group) ?? {};
    schema[field] = celTypes[factOf(name).kind] ?? { wholeMonths: 'int', days: 'int' };
    schemas.set(group, schema);
  }
  const environment = new Environment({ unlistedVariablesAreDyn: false, limits: { maxAstNodes: 500, maxDepth: 50 } });
  for (const [name, schema] of schemas) environment.registerVariable({ name, schema });
  return environment;
}

function faultOfCheck(
  error: { readonly summary: string; readonly range?: { readonly start: number; readonly end: number } } | undefined,
  text: string,
): RuleFault {
  const offset = error?.range?.start ?? 0;
  const named = text.slice(offset, error?.range?.end);
  return { message: ruleWords(error?.summary ?? 'cannot be read', named, text), offset };
}

function formulaOf(node: ASTNode, reading: Reading): Formula {
  switch (node.op) {
    case '&&':
    case '||':
      return { kind: node.op === '&&' ? 'all' : 'any', parts: node.args.map((part) => formulaOf(part, reading)) };
    case '!_':
      return { kind: 'not', part: formulaOf(node.args, reading) };
    case '?:': {
      const [condition, then, otherwise] = node.args.map((part) => formulaOf(part, reading));
      if (!condition || !then || !otherwise) return never;
      return {
        kind: 'any',
        parts: [
          { kind: 'all', parts: [condition, then] },
          { kind: 'all', parts: [{ kind: 'not', part: condition }, otherwise] },
        ],
      };
    }
    case 'value':
      return { kind: 'constant', value: node.args === true };
    default:
      return atomOf(node, reading);
  }
}
