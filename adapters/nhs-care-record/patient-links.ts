/** Which Patient resources of the care record are a client: the hub's own link, else found by NHS number. */
import DataLoader from 'dataloader';
import type { AdapterServices, CallContext, UpstreamSubject } from '../contract.js';
import type { Upstream } from '../transport/types.js';
import { UpstreamError } from '../upstream-error.js';
import { search } from './client.js';
import { chunked, settledOver } from './chunks.js';
import { nhsNumberSystem } from './mapper/codes.js';
import { objects, text, type Fhir } from '../fhir.js';
import { RecentLinks } from './recent-links.js';
import { sourceName } from './source-name.js';

/** FHIR R4 `id`. Whatever else stands in a link never reaches a query. */
const fhirId = /^[A-Za-z0-9\-.]{1,64}$/;
/** NHS numbers in one identifier search. */
const numbersInOneSearch = 50;

/** The Patient ids of a client, most often one, none where the care record does not know the person. */
export type PatientIdsOf = (subject: UpstreamSubject) => Promise<readonly string[]>;

/**
 * Ids of one request's clients. Links that were found are remembered across requests by client (ids only, never data),
 * and looked up again after a while, when the NHS number has changed, and whenever nothing was found.
 */
export function patientIds(
  upstream: Upstream,
  links: RecentLinks,
  services: AdapterServices,
  call: CallContext,
): PatientIdsOf {
  const found = new DataLoader<string, readonly string[]>(
    (numbers) =>
      settledOver(
        chunked(numbers, numbersInOneSearch, () => 1),
        (chunk) => findPatients(upstream, services, call, chunk),
      ),
    { cache: true },
  );
  return async (subject) => {
    const linked = subject.externalIds[sourceName];
    if (linked !== undefined) {
      if (fhirId.test(linked)) return [linked];
      throw new UpstreamError(sourceName, 'REFUSED', { code: 'INVALID_ID' });
    }
    const known = links.get(subject);
    if (known) return known;
    const ids = await found.load(subject.nhsNumber);
    if (ids.length > 0) links.set(subject, ids);
    return ids;
  };
}

/** One identifier search by POST, so that no NHS number stands in a URL. Who was not asked for is dropped and counted. */
async function findPatients(
  upstream: Upstream,
  services: AdapterServices,
  call: CallContext,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = new Map(numbers.map((number) => [number, new Set<string>()]));
  const onMatch = (patient: Fhir): void => {
    const id = text(patient['id']);
    const own = nhsNumbersOf(patient).flatMap((number) => ids.get(number) ?? []);
    if (own.length === 0) services.onCall({ upstream: sourceName, outcome: 'FOREIGN_SUBJECT', durationMs: 0 });
    if (id !== null && fhirId.test(id)) for (const each of own) each.add(id);
  };
  const end = await search(upstream, {
    type: 'Patient',
    parameters: {
      identifier: numbers.map((number) => `${nhsNumberSystem}|${number}`).join(','),
      _elements: 'id,identifier',
      _count: String(numbersInOneSearch * 4),
    },
    maxPages: 10,
    post: true,
    call,
    onMatch,
  });
  // A search cut short could miss a person, and a missing person reads as "no record".
  if (!end.complete) throw end.error ?? new UpstreamError(sourceName, 'TOO_LARGE');
  return new Map([...ids].map(([number, found]) => [number, [...found]]));
}

export const nhsNumbersOf = (patient: Fhir): readonly string[] =>
  objects(patient['identifier']).flatMap((identifier) =>
    identifier['system'] === nhsNumberSystem ? (text(identifier['value']) ?? []) : [],
  );
