import { GraphQLError, Kind, OperationTypeNode } from 'graphql';
import type { ASTVisitor, FragmentDefinitionNode, SelectionSetNode, ValidationContext } from 'graphql';
import { HubError } from '../graph/errors.js';

/** How large an operation may be. Counted with fragments spread out, so that no fragment hides a cost. */
export interface OperationLimits {
  /** Levels of fields. */
  readonly depth: number;
  /** Fields in all. */
  readonly fields: number;
  /** Root fields that tell of a person: limits count people, not requests. */
  readonly subjects: number;
  readonly aliases: number;
  /** Times that one response key is asked for in one selection set. */
  readonly repeats: number;
  readonly directives: number;
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Bytes of a request body, or of one message over a WebSocket. */
  readonly bodyBytes: number;
  /** Subscriptions that one caller has open at once, in one process. */
  readonly subscriptions: number;
}

export const defaultLimits: OperationLimits = {
  depth: 16,
  fields: 1_000,
  subjects: 5,
  aliases: 30,
  repeats: 5,
  directives: 20,
  tokens: 4_000,
  bodyBytes: 100_000,
  subscriptions: 20,
};

interface Count {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
}

/**
 * Root fields that tell of no person. Every other one counts as opening a client, those that are added tomorrow too: aliases would
 * let one request try a hundred people.
 */
const personless = new Set([
  '__schema',
  '__type',
  '__typename',
  '_service',
  'checkCapacity',
  'eligibilityFacts',
  'policyChange',
  'programmes',
  'viewer',
]);

/** By which way an operation came. */
export type Door = 'REQUESTS' | 'SUBSCRIPTIONS';

const otherDoor: Readonly<Record<Door, string>> = {
  REQUESTS: 'Subscriptions go over a WebSocket (graphql-transport-ws), or by POST with accept: text/event-stream.',
  SUBSCRIPTIONS: 'Only subscriptions are answered here: send queries and mutations by POST.',
};

/** A validation rule: one error for the first limit that an operation breaks, naming the limit. */
export function limitOperations(limits: OperationLimits, door: Door): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    OperationDefinition(operation) {
      if ((operation.operation === OperationTypeNode.SUBSCRIPTION) !== (door === 'SUBSCRIPTIONS')) {
        context.reportError(new HubError('INVALID_OPERATION', otherDoor[door]));
        return false;
      }
      const fault = faultOf(operation.selectionSet, context, limits);
      if (fault !== undefined) context.reportError(fault);
      return false;
    },
  });
}

function faultOf(
  root: SelectionSetNode,
  context: ValidationContext,
  limits: OperationLimits,
): GraphQLError | undefined {
  const count: Count = { depth: 0, fields: 0, aliases: 0, directives: 0 };
  let subjects = 0;
  const tooMuch = (what: string): GraphQLError => new HubError('TOO_COMPLEX', `The operation has ${what}.`);

  const visit = (
    set: SelectionSetNode,
    depth: number,
    open: readonly FragmentDefinitionNode[],
    atRoot: boolean,
    keys: Map<string, number>,
  ): GraphQLError | undefined => {
    for (const selection of set.selections) {
      count.directives += selection.directives?.length ?? 0;
      if (count.directives > limits.directives) return tooMuch(`more than ${limits.directives} directives`);
      if (selection.kind === Kind.FIELD) {
        count.fields += 1;
        if (count.fields > limits.fields) return tooMuch(`more than ${limits.fields} fields`);
        if (depth > limits.depth) return tooMuch(`more than ${limits.depth} levels`);
        if (selection.alias) count.aliases += 1;
        if (count.aliases > limits.aliases) return tooMuch(`more than ${limits.aliases} aliases`);
        if (atRoot && !personless.has(selection.name.value)) subjects += 1;
        if (subjects > limits.subjects) return tooMuch(`more than ${limits.subjects} fields that open a client`);
        const key = selection.alias?.value ?? selection.name.value;
        const repeats = (keys.get(key) ?? 0) + 1;
        keys.set(key, repeats);
        if (repeats > limits.repeats) return tooMuch(`one field more than ${limits.repeats} times`);
        const fault = selection.selectionSet && visit(selection.selectionSet, depth + 1, open, false, new Map());
        if (fault) return fault;
      } else {
        // Fragments that spread each other twice grow without a single field in them.
        count.fields += 1;
        if (count.fields > limits.fields) return tooMuch(`more than ${limits.fields} fields`);
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? context.getFragment(selection.name.value) : selection;
        if (!fragment || (fragment.kind === Kind.FRAGMENT_DEFINITION && open.includes(fragment))) continue;
        const within = fragment.kind === Kind.FRAGMENT_DEFINITION ? [...open, fragment] : open;
        const fault = visit(fragment.selectionSet, depth, within, atRoot, keys);
        if (fault) return fault;
      }
    }
    return undefined;
  };
  return visit(root, 1, [], true, new Map());
}
