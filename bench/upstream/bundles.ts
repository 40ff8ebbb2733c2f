/** Searchset bundles, whole or trimmed by `_elements`, as text that is made once. */
import { resourcesOf, type Resource, type ResourceType } from './resources.js';
import type { BenchPerson } from './people.js';

/**
 * The entries of one person's bundle, without brackets, so that a page's bundle is the joining of fifty.
 * @param elements the `_elements` of the request; null for whole resources
 */
export function entriesOf(person: BenchPerson, type: ResourceType, elements: string | null, base: string): string {
  const keep = elements === null ? null : new Set(elements.split(','));
  return resourcesOf(person, type)
    .map((resource) => ({
      fullUrl: `${base}/${type}/${resource.id}`,
      resource: keep ? trimmed(resource, keep) : resource,
      search: { mode: 'match' },
    }))
    .map((entry) => JSON.stringify(entry))
    .join(',');
}

export function bundleOf(entries: readonly string[], total: number, self: string): string {
  const head = JSON.stringify({
    resourceType: 'Bundle',
    type: 'searchset',
    total,
    link: [{ relation: 'self', url: self }],
  });
  return `${head.slice(0, -1)},"entry":[${entries.join(',')}]}`;
}

/** FHIR R4 3.1.1.5.8: the listed elements, what is mandatory, and a tag that says so. A choice is named by its stem. */
function trimmed(resource: Resource, keep: ReadonlySet<string>): object {
  const entries = Object.entries(resource).filter(
    ([name]) => name === 'resourceType' || name === 'id' || keep.has(name) || keep.has(stemOf(name)),
  );
  const meta = { tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }] };
  const kept = Object.fromEntries(entries);
  return { ...kept, meta: { ...(resource['meta'] as object), ...meta } };
}

/** `onsetDateTime` → `onset`, `valueQuantity` → `value`. */
const stemOf = (name: string): string => name.replace(/(DateTime|Quantity|Period|CodeableConcept|String)$/, '');
