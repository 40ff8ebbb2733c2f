/** Plans as MongoDB filters. */
import type { Plan } from './plan.js';
import type { Key } from './port.js';

type Filter = Readonly<Record<string, unknown>>;

export function filterFor(plan: Plan): { readonly filter: Filter; readonly sort: Record<string, 1 | -1> } {
  const direction = plan.descending ? -1 : 1;
  const order = plan.order.map(wireName);
  return {
    filter: {
      ...Object.fromEntries(plan.equal),
      ...(plan.among && { [plan.among.field]: { $in: plan.among.values } }),
      ...(plan.range && {
        [plan.range.field]: Object.fromEntries(plan.range.bounds.map(([operator, value]) => [`$${operator}`, value])),
      }),
      ...(plan.after && { $or: continuation(order, plan.after, plan.descending ? '$lt' : '$gt') }),
    },
    sort: Object.fromEntries(order.map((field) => [field, direction])),
  };
}

/** `(a, b) > (x, y)` as `a > x, or a = x and b > y`. */
function continuation(order: readonly string[], after: readonly Key[], beyond: '$gt' | '$lt'): readonly Filter[] {
  return order.map((field, at) => ({
    ...Object.fromEntries(order.slice(0, at).map((each, position) => [each, after[position]])),
    [field]: { [beyond]: after[at] },
  }));
}

const wireName = (field: string): string => (field === 'id' ? '_id' : field);
