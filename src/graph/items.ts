import { HubError } from './errors.js';
import type { LocationWithheld } from './section-records.js';

/** The first so many items of a section; all of them where no number is given. */
export function taken<Item>(
  record: { readonly items: readonly Item[] },
  { first }: { first?: number | null | undefined },
): readonly Item[] {
  if (first == null) return record.items;
  if (first < 0) throw new HubError('BAD_INPUT', 'first must not be negative.');
  return record.items.slice(0, first);
}

/** True for an item of a person whose location is restricted. */
export const locationWithheld = (item: object): boolean => (item as LocationWithheld).locationWithheld === true;
