/** Code systems, and the one way to compare codes: never without their system, never by display. */
import type { CodeableConcept, Coding } from '../../records.js';

export const snomed = 'http://snomed.info/sct';
export const loinc = 'http://loinc.org';
export const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';
/** HL7 Personal Health Record Format: the local codes that its score observations carry. */
export const personalHealthRecord = 'http://hl7.org/fhir/uv/phr/CodeSystem/observation-pghd-codes';

/** `system|code`, the key of every code table here and the token of a FHIR search. */
export type CodeKey = `${string}|${string}`;

export const keyOf = (coding: Coding): CodeKey | null =>
  coding.system === null || coding.code === null ? null : `${coding.system}|${coding.code}`;

/** The first of the concept's codings that a table knows, with what the table says of it. */
export function lookUp<Meaning>(
  table: ReadonlyMap<string, Meaning>,
  concept: CodeableConcept | null,
): { readonly coding: Coding; readonly meaning: Meaning } | null {
  for (const coding of concept?.codings ?? []) {
    const meaning = table.get(keyOf(coding) ?? '');
    if (meaning !== undefined) return { coding, meaning };
  }
  return null;
}
