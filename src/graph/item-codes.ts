import type { CodedValue } from '../access/classification.js';

interface Concept {
  readonly codings: readonly CodedValue[];
}
type Maybe = Concept | null;
interface Part {
  readonly code?: Maybe;
  readonly value?: { readonly concept: Maybe } | null;
}

/** Where an item of a section can name a condition. */
export interface Coded extends Part {
  readonly types?: readonly Concept[];
  readonly reasons?: readonly Concept[];
  readonly serviceTypes?: readonly Concept[];
  readonly components?: readonly Part[];
}

/** All codes by which an item tells what somebody has: the reason of an encounter says what an item of the problem list would. */
export function codingsOf({
  types = [],
  reasons = [],
  serviceTypes = [],
  components = [],
  ...item
}: Coded): readonly CodedValue[] {
  const parts = [item, ...components].flatMap(({ code, value }) => [code, value?.concept]);
  return [...types, ...reasons, ...serviceTypes, ...parts].flatMap((concept) => concept?.codings ?? []);
}
