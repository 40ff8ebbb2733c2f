/** What a search can find a resource by: its patients, and its tokens (`system|code` by search parameter). */
import { isObject, object, objects, text, type Fhir } from '../../fhir.js';

export interface IndexRows {
  readonly patients: readonly string[];
  readonly tokens: readonly { readonly name: string; readonly system: string; readonly code: string }[];
}

/** FHIR R4 token search parameters, by the element that each one reads. */
const tokenElements: Readonly<Record<string, readonly string[]>> = {
  identifier: ['identifier'],
  code: ['code'],
  type: ['type'],
  category: ['category'],
  status: ['status'],
  'clinical-status': ['clinicalStatus'],
  class: ['class'],
  questionnaire: ['questionnaire'],
};

export function indexRows(resource: Fhir): IndexRows {
  const tokens = Object.entries(tokenElements).flatMap(([name, elements]) =>
    elements.flatMap((element) => tokensOf(resource[element]).map((token) => ({ name, ...token }))),
  );
  const components = objects(resource['component']).flatMap((component) => tokensOf(component['code']));
  const combined = [...tokensOf(resource['code']), ...components].map((token) => ({ name: 'combo-code', ...token }));
  return {
    patients: patientsOf(resource),
    tokens: resource['component'] === undefined ? tokens : [...tokens, ...combined],
  };
}

/** The Patient ids of `subject`, `patient`, and an Appointment's participants. */
function patientsOf(resource: Fhir): readonly string[] {
  const actors = objects(resource['participant']).map((participant) => participant['actor']);
  const ids = [resource['subject'], resource['patient'], ...actors].flatMap(
    (reference) => /(?:^|\/)Patient\/([^/?]+)/.exec(text(object(reference)?.['reference']) ?? '')?.[1] ?? [],
  );
  return [...new Set(ids)];
}

/** Tokens of a code, Coding, CodeableConcept, Identifier, canonical, or a list of these. */
function tokensOf(value: unknown): { system: string; code: string }[] {
  if (Array.isArray(value)) return value.flatMap(tokensOf);
  if (typeof value === 'string') return [{ system: '', code: value }];
  if (!isObject(value)) return [];
  if (value['coding'] !== undefined) return tokensOf(value['coding']);
  const code = text(value['code']) ?? text(value['value']);
  return code === null ? [] : [{ system: text(value['system']) ?? '', code }];
}
