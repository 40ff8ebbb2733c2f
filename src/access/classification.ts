import { parseDocument } from 'yaml';
import { z } from 'zod';
import { dataCategories } from './types.js';
import type { DataCategory } from './types.js';

const listSchema = z.strictObject({
  system: z.string().min(1),
  codes: z.array(z.string().min(1)).min(1),
  category: z.enum(dataCategories),
});
const classificationSchema = z.strictObject({
  version: z.string().min(1),
  unclassified: z.enum(dataCategories),
  labels: z.array(listSchema),
  codes: z.array(listSchema),
});

/** What a clinical item carries that can classify it. */
export interface Classifiable {
  readonly code: { readonly codings: readonly CodedValue[] } | null;
  readonly securityLabels: readonly CodedValue[];
}
interface CodedValue {
  readonly system: string | null;
  readonly code: string | null;
}

/** Puts a clinical item into its category. */
export type Classify = (item: Classifiable) => DataCategory;

/** The categories an item of the problem list can have, most sensitive first. */
export const conditionCategories = [
  'RESTRICTED_CONDITIONS',
  'SUBSTANCE_USE_CONDITIONS',
  'MENTAL_HEALTH_CONDITIONS',
  'CONDITIONS',
] as const satisfies readonly DataCategory[];

/**
 * Reads the classification lists from their YAML text.
 * @throws Error naming every fault
 */
export function parseClassification(text: string): Classify {
  const parsed = classificationSchema.safeParse(parseDocument(text, { schema: 'core' }).toJS());
  if (!parsed.success) {
    throw new Error(
      `The classification lists cannot be used:\n${parsed.error.issues.map((i) => `  - ${i.path.join('.')}: ${i.message}`).join('\n')}`,
    );
  }
  const labels = indexOf(parsed.data.labels);
  const codes = indexOf(parsed.data.codes);
  return (item) =>
    mostSensitive(item.securityLabels, labels) ??
    mostSensitive(item.code?.codings ?? [], codes) ??
    parsed.data.unclassified;
}

function indexOf(lists: readonly z.infer<typeof listSchema>[]): ReadonlyMap<string, DataCategory> {
  return new Map(lists.flatMap(({ system, codes, category }) => codes.map((code) => [`${system}|${code}`, category])));
}

function mostSensitive(
  values: readonly CodedValue[],
  index: ReadonlyMap<string, DataCategory>,
): DataCategory | undefined {
  const found = new Set(values.map(({ system, code }) => index.get(`${system}|${code}`)));
  return conditionCategories.find((category) => found.has(category));
}
