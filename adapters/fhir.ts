/**
 * Tolerant readers for FHIR R4 JSON: a field of the wrong type reads as null, never as an error and never as a guess, so
 * that one slip in one resource does not cost a person's record. Written by hand because they run once per field of
 * every resource of every page.
 */
import type { CodeableConcept, Coding, Quantity } from './records.js';

/** A JSON object that nobody has vouched for. */
export type Fhir = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fhir =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const object = (value: unknown): Fhir | null => (isObject(value) ? value : null);

/** The objects of a list; a lone object reads as a list of one, because some senders forget the brackets. */
export const objects = (value: unknown): readonly Fhir[] => listOf(value, object);

export const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

export function coding(value: unknown): Coding | null {
  const from = object(value);
  return from && { system: text(from['system']), code: text(from['code']), display: text(from['display']) };
}

export const codings = (value: unknown): readonly Coding[] => listOf(value, coding);

export function concept(value: unknown): CodeableConcept | null {
  const from = object(value);
  return from && { codings: codings(from['coding']), text: text(from['text']) };
}

export const concepts = (value: unknown): readonly CodeableConcept[] => listOf(value, concept);

export function quantity(value: unknown): Quantity | null {
  const from = object(value);
  return (
    from && {
      value: number(from['value']),
      comparator: text(from['comparator']),
      unit: text(from['unit']),
      system: text(from['system']),
      code: text(from['code']),
    }
  );
}

/** FHIR Period, both ends as they came. */
export function period(value: unknown): { readonly start: string | null; readonly end: string | null } {
  const from = object(value);
  return { start: text(from?.['start']), end: text(from?.['end']) };
}

/** `meta.security`, and the labels that a DocumentReference has of its own, as they came. */
export function securityLabels(resource: Fhir): readonly Coding[] {
  const own = resource['securityLabel'];
  const labels = codings(object(resource['meta'])?.['security']);
  return own === undefined ? labels : [...labels, ...concepts(own).flatMap(({ codings: each }) => each)];
}

/** The labels of a resource, for a record that has the element only where it came with any. */
export function labelled(resource: Fhir): { readonly securityLabels?: readonly Coding[] } {
  const labels = securityLabels(resource);
  return labels.length > 0 ? { securityLabels: labels } : {};
}

/** The code of a status concept: the coding of `system` if there is one, else the first code, else its text. */
export function statusCode(value: unknown, system: string): string | null {
  const from = concept(value);
  if (!from) return text(value);
  const known = from.codings.find((each) => each.system === system && each.code !== null);
  return known?.code ?? from.codings.find((each) => each.code !== null)?.code ?? from.text;
}

/** What can be read of a list; a lone value reads as a list of one. */
function listOf<Out>(value: unknown, read: (value: unknown) => Out | null): readonly Out[] {
  if (value === undefined) return [];
  const items: Out[] = [];
  for (const each of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
    const item = read(each);
    if (item !== null) items.push(item);
  }
  return items;
}
