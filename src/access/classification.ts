import { parseDocument } from 'yaml';
import { z } from 'zod';

import type { DataCategory } from './types.js';

/** The categories an item of the problem list can have, most sensitive first. */
export const conditionCategories = [
  'RESTRICTED_CONDITIONS',
  'SUBSTANCE_USE_CONDITIONS',
  'MENTAL_HEALTH_CONDITIONS',
  'CONDITIONS',
] as const satisfies readonly DataCategory[];
export type ConditionCategory = (typeof conditionCategories)[number];

const listSchema = z.strictObject({
  system: z.string().min(1),
  codes: z.array(z.string().min(1)).min(1),
  category: z.enum(conditionCategories),
});
const classificationSchema = z
  .strictObject({
    version: z.string().min(1),
    unclassified: z.enum(conditionCategories),
    confidentiality: z.strictObject({
      system: z.string().min(1),
      /** From the least to the most confidential. */
      order: z.array(z.string().min(1)).min(2),
      /** The highest code that asks for nothing by itself. */
      ordinary: z.string().min(1),
    }),
    sensitivity: z.array(listSchema),
    codes: z.array(listSchema),
  })
  .refine(({ confidentiality: { order, ordinary } }) => order.includes(ordinary), {
    path: ['confidentiality', 'ordinary'],
    message: 'must stand in the order',
  });

/** What a clinical item carries that can classify it. */
export interface Classifiable {
  readonly code: { readonly codings: readonly CodedValue[] } | null;
  readonly securityLabels: readonly CodedValue[];
}
export interface CodedValue {
  readonly system: string | null;
  readonly code: string | null;
}

/** Puts clinical items, and the labels that consents name, into categories. */
export interface Classification {
  /** The most sensitive category that its labels or its codes give it; the most sensitive of all where neither says. */
  ofItem(item: Classifiable): DataCategory;
  /** The category that labels alone ask for; undefined where they ask for nothing. */
  ofLabels(labels: readonly CodedValue[]): DataCategory | undefined;
  /**
   * The category that the codes of an item ask for, where the lists have them as more than an ordinary condition: the reason of an
   * encounter tells what an item of the problem list would. Codes that the lists do not have ask for nothing.
   */
  ofCodes(codings: readonly CodedValue[]): DataCategory | undefined;
  /**
   * The conditions that a consent to one label admits. Confidentiality is ordered: whoever may see R may see N. Sensitivity
   * is exact. Undefined for a label that the lists do not have.
   */
  admittedBy(label: CodedValue): readonly ConditionCategory[] | undefined;
}

/**
 * Reads the classification lists from their YAML text.
 * @throws Error naming every fault
 */
export function parseClassification(text: string): Classification {
  const parsed = classificationSchema.safeParse(parseDocument(text, { schema: 'core' }).toJS());
  if (!parsed.success) {
    throw new Error(
      `The classification lists cannot be used:\n${parsed.error.issues.map((i) => `  - ${i.path.join('.')}: ${i.message}`).join('\n')}`,
    );
  }
  const { confidentiality, unclassified } = parsed.data;
  const sensitivity = indexOf(parsed.data.sensitivity);
  const sensitivitySystems = new Set(parsed.data.sensitivity.map(({ system }) => system));
  const codes = indexOf(parsed.data.codes);
  const ordinary = confidentiality.order.indexOf(confidentiality.ordinary);

  /** A label of a system that the lists cover, with a code that they do not have, may mean anything. */
  const ofLabel = ({ system, code }: CodedValue): DataCategory | undefined => {
    if (system === confidentiality.system) {
      const rank = confidentiality.order.indexOf(code ?? '');
      return rank >= 0 && rank <= ordinary ? undefined : unclassified;
    }
    if (system === null || !sensitivitySystems.has(system)) return undefined;
    return sensitivity.get(`${system}|${code}`) ?? unclassified;
  };
  const ofLabels = (labels: readonly CodedValue[]): DataCategory | undefined =>
    labels.length === 0 ? undefined : mostSensitive(labels.map(ofLabel));
  const ofCodes = (codings: readonly CodedValue[]): DataCategory | undefined => {
    const found = mostSensitive(codings.map((each) => codes.get(`${each.system}|${each.code}`)));
    return found === 'CONDITIONS' ? undefined : found;
  };
  return {
    ofLabels,
    ofCodes,
    ofItem: ({ securityLabels, code }) =>
      mostSensitive([
        ofLabels(securityLabels),
        mostSensitive((code?.codings ?? []).map((each) => codes.get(`${each.system}|${each.code}`))),
      ]) ?? unclassified,
    admittedBy: ({ system, code }) => {
      if (system === confidentiality.system) {
        const rank = confidentiality.order.indexOf(code ?? '');
        if (rank < 0) return undefined;
        return rank > ordinary ? conditionCategories : ['CONDITIONS'];
      }
      const exact = sensitivity.get(`${system}|${code}`);
      return exact && [exact];
    },
  };
}

function indexOf(lists: readonly z.infer<typeof listSchema>[]): ReadonlyMap<string, ConditionCategory> {
  return new Map(lists.flatMap(({ system, codes, category }) => codes.map((code) => [`${system}|${code}`, category])));
}

function mostSensitive(found: readonly (DataCategory | undefined)[]): DataCategory | undefined {
  return conditionCategories.find((category) => found.includes(category));
}
