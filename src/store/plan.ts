/** From a question to what an engine does: every question that no declared index bounds is refused here, for both engines. */
import type { IndexDeclaration, Model } from './models/declare.js';
import { RefusedQuery } from './port.js';
import type { Condition, Key, Query } from './port.js';
import { isUnicode } from './validate.js';

export const largestLimit = 1000;

export type Bound = readonly [operator: 'gt' | 'gte' | 'lt' | 'lte', value: Key];

/** One stretch, or several, of one index. */
export interface Plan {
  readonly index: string;
  readonly equal: readonly (readonly [field: string, value: Key])[];
  readonly among?: { readonly field: string; readonly values: readonly Key[] };
  readonly range?: { readonly field: string; readonly bounds: readonly Bound[] };
  /** What the answer is ordered by: the fields that are not fixed by equality, then `id`. */
  readonly order: readonly string[];
  readonly descending: boolean;
  readonly limit: number;
  /** One value for each of `order`. */
  readonly after?: readonly Key[];
}

/**
 * The plans whose answers, one after the other, are the answer. There are two where a page continues inside an `in`:
 * the rest of the value where the last page ended, then the values behind it. Each is one seek in the index.
 */
export function plansFor(model: Model, query: Query): readonly Plan[] {
  if (!(Number.isInteger(query.limit) && query.limit >= 1 && query.limit <= largestLimit)) {
    throw new RefusedQuery(`${model.name}: the limit must be 1 to ${largestLimit}`);
  }
  refuseUnfixedOptional(model, query);
  const plan: Plan = {
    ...conditions(model, query),
    descending: query.order === 'descending',
    limit: query.limit,
  };
  return query.after === undefined ? [plan] : continueAfter(model, plan, query.after);
}

/** The equalities of a `countBy`, whose `field` must be the index's next. */
export function planCount(model: Model, query: Pick<Query, 'index' | 'where'>, field: string): Pick<Plan, 'equal'> {
  const { equal, among, range, order } = conditions(model, query);
  if (among || range) throw new RefusedQuery(`${model.name}: only equality stands before a count`);
  if (order[0] !== field || field === 'id') {
    throw new RefusedQuery(`${model.name}: ${field} is not next on ${query.index}`);
  }
  return { equal };
}

/** Documents that lack the field would stand at the start of the order, with no key to continue from. */
function refuseUnfixedOptional(model: Model, { index, where }: Query): void {
  for (const field of declared(model, index).fields) {
    if (where[field] === undefined && model.schema.path(field).isRequired !== true) {
      throw new RefusedQuery(`${model.name}: some have no ${field}, so it must be fixed`);
    }
  }
}

type Conditions = Pick<Plan, 'index' | 'equal' | 'among' | 'range' | 'order'>;

function conditions(model: Model, { index, where }: Pick<Query, 'index' | 'where'>): Conditions {
  const { fields } = declared(model, index);
  const equal: [string, Key][] = [];
  let among: Conditions['among'];
  let range: Conditions['range'];
  let used = 0;
  for (const field of fields) {
    const condition = where[field];
    if (condition === undefined || range) break;
    used += 1;
    if (typeof condition !== 'object') {
      if (among) throw new RefusedQuery(`${model.name}: equality on ${field} must stand before the "in"`);
      equal.push([field, checked(model, field, condition)]);
    } else if ('in' in condition) {
      if (among) throw new RefusedQuery(`${model.name}: one "in" a question`);
      among = { field, values: [...new Set(condition.in.map((value) => checked(model, field, value)))] };
    } else {
      range = { field, bounds: boundsOf(model, field, condition) };
    }
  }
  const named = Object.keys(where).filter((field) => where[field] !== undefined);
  if (named.length > used) throw new RefusedQuery(`${model.name}: ${index} does not answer ${named.join(', ')}`);
  return {
    index,
    equal,
    ...(among && { among }),
    ...(range && { range }),
    order: [...fields.slice(equal.length), 'id'],
  };
}

function declared(model: Model, name: string): IndexDeclaration {
  const index = Object.hasOwn(model.indexes, name) ? model.indexes[name] : undefined;
  if (!index) throw new RefusedQuery(`${model.name}: there is no index ${name}`);
  return index;
}

function boundsOf(model: Model, field: string, condition: Exclude<Condition, Key>): readonly Bound[] {
  const bounds = Object.entries(condition) as unknown as Bound[];
  if (bounds.length === 0) throw new RefusedQuery(`${model.name}: a range on ${field} without an end`);
  for (const [operator, value] of bounds) {
    if (!['gt', 'gte', 'lt', 'lte'].includes(operator))
      throw new RefusedQuery(`${model.name}: no operator ${operator}`);
    checked(model, field, value);
  }
  return bounds;
}

/** A value of another type than the field's would compare differently in the two engines. */
function checked(model: Model, field: string, value: Key): Key {
  const type = field === 'id' ? 'String' : model.schema.path(field).instance;
  if (typeof value !== type.toLowerCase() || (typeof value === 'string' && !isUnicode(value)) || Number.isNaN(value)) {
    throw new RefusedQuery(`${model.name}: ${field} is a ${type}`);
  }
  return value;
}

function continueAfter(model: Model, plan: Plan, after: readonly Key[]): readonly Plan[] {
  if (after.length !== plan.order.length) {
    throw new RefusedQuery(`${model.name}: "after" is ${plan.order.join(', ')}`);
  }
  plan.order.forEach((field, at) => checked(model, field, after[at] ?? ''));
  const { among, ...rest } = plan;
  const [last] = after;
  if (!among || last === undefined) return [{ ...plan, after }];
  const beyond = among.values.filter((value) => compareKeys(value, last) > 0 !== plan.descending && value !== last);
  return [
    ...(among.values.includes(last)
      ? [
          {
            ...rest,
            equal: [...plan.equal, [among.field, last] as const],
            order: plan.order.slice(1),
            after: after.slice(1),
          },
        ]
      : []),
    { ...plan, among: { field: among.field, values: beyond } },
  ];
}

/** The order of both engines: numbers by value, text by its UTF-8 bytes, false before true. */
export function compareKeys(one: Key, other: Key): number {
  if (typeof one === 'string' && typeof other === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return Number(one) - Number(other);
}
