/** FHIR R4 searchset Bundles, written as text: stored bodies go out as they are, unless `_elements` asks for less. */
import { object, objects, type Fhir } from '../../fhir.js';
import type { StoredRow } from './store.js';

export interface SearchsetPage {
  readonly type: string;
  readonly rows: readonly StoredRow[];
  readonly elements: readonly string[] | undefined;
  readonly total: number;
  readonly baseUrl: string;
  readonly selfUrl: string;
  readonly nextUrl: string | null;
  /** Added with `search.mode = outcome`. */
  readonly outcome: Fhir | undefined;
}

export function searchset(page: SearchsetPage): string {
  const links = [
    { relation: 'self', url: page.selfUrl },
    ...(page.nextUrl === null ? [] : [{ relation: 'next', url: page.nextUrl }]),
  ];
  const entries = page.rows.map(({ id, body }) => {
    const resource = page.elements ? subset(body, page.elements) : body;
    const fullUrl = `${page.baseUrl}/${page.type}/${id}`;
    return `{"fullUrl":${JSON.stringify(fullUrl)},"resource":${resource},"search":{"mode":"match"}}`;
  });
  if (page.outcome) entries.push(`{"resource":${JSON.stringify(page.outcome)},"search":{"mode":"outcome"}}`);
  const head = { resourceType: 'Bundle', type: 'searchset', total: page.total, link: links };
  // A FHIR list is never empty: a search without a match has no `entry` at all.
  if (entries.length === 0) return JSON.stringify(head);
  return `${JSON.stringify(head).slice(0, -1)},"entry":[${entries.join(',')}]}`;
}

const subsetted = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' };

/** The asked elements, `onset` standing for `onsetDateTime` and the like, tagged as a subset. */
function subset(body: string, elements: readonly string[]): string {
  const resource = JSON.parse(body) as Fhir;
  const kept = Object.entries(resource).filter(([name]) => elements.some((element) => isElement(name, element)));
  const meta = object(resource['meta']);
  const { resourceType, id } = resource;
  return JSON.stringify({
    resourceType,
    id,
    ...Object.fromEntries(kept),
    meta: { ...meta, tag: [...objects(meta?.['tag']), subsetted] },
  });
}

function isElement(name: string, element: string): boolean {
  if (!name.startsWith(element)) return false;
  const rest = name.slice(element.length);
  return (
    rest === '' ||
    /^(?:DateTime|Period|Age|Range|String|Instant|Timing|Quantity|CodeableConcept|Boolean|Integer|Ratio|Time|SampledData)$/.test(
      rest,
    )
  );
}
