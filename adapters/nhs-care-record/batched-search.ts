/** One search of the care record for as many clients as ask in the same tick. Mapped inside: no bundle outlives its page. */
import DataLoader from 'dataloader';
import type { AdapterServices, CallContext, OtherSubject, SourceAnswer, UpstreamSubject } from '../contract.js';
import type { Upstream } from '../transport/types.js';
import { UpstreamError } from '../upstream-error.js';
import { attribute } from './attribution.js';
import { chunked, settledOver } from './chunks.js';
import { search } from './client.js';
import { text, type Fhir } from '../fhir.js';
import type { PatientIdsOf } from './patient-links.js';
import { mostRecentFirst } from './recency.js';
import type { ResourceSearch } from './searches.js';
import type { CareRecordSettings } from './settings.js';
import { sourceName } from './source-name.js';

export interface SearchContext {
  readonly upstream: Upstream;
  readonly settings: CareRecordSettings;
  readonly services: AdapterServices;
  readonly patientIds: PatientIdsOf;
  readonly call: CallContext;
}

/** Patients in one search: 50 ids are about 2,000 characters (`reference/consent-audit-referral.md` 6.3). */
const patientsInOneSearch = 50;
/** Where many are asked for at once, a page may hold more. */
const mostOnOnePage = 1_000;

interface Asked {
  readonly subject: UpstreamSubject;
  readonly ids: readonly string[];
}

/** `subject => answer`, batched per tick and memoised for the request that `context` is of. */
export function batchedSearch<Item>(
  context: SearchContext,
  what: ResourceSearch<Item>,
): (subject: UpstreamSubject) => Promise<SourceAnswer<Item>> {
  // Most requests ask for a few of the searches: a loader is made for those.
  let loader: DataLoader<UpstreamSubject, SourceAnswer<Item>, string> | undefined;
  const open = (): NonNullable<typeof loader> =>
    new DataLoader<UpstreamSubject, SourceAnswer<Item>, string>(
      async (subjects) => {
        const links = await Promise.allSettled(subjects.map(context.patientIds));
        const asked = subjects.flatMap((subject, index): Asked[] => {
          const link = links[index];
          return link?.status === 'fulfilled' && link.value.length > 0 ? [{ subject, ids: link.value }] : [];
        });
        const chunks = chunked(asked, patientsInOneSearch, ({ ids }) => ids.length);
        const found = new Map<UpstreamSubject, SourceAnswer<Item> | Error>();
        (await settledOver(chunks, (chunk) => searchChunk(context, what, chunk))).forEach((answer, index) => {
          const subject = asked[index]?.subject;
          if (subject) found.set(subject, answer);
        });
        return subjects.map((subject, index) => {
          const link = links[index];
          if (link?.status === 'rejected') return asError(link.reason);
          return found.get(subject) ?? { items: [], retrievedAt: instant(context), complete: true };
        });
      },
      { cacheKeyFn: ({ clientId }) => clientId },
    );
  return async (subject) => {
    try {
      return await (loader ??= open()).load(subject);
    } catch (error) {
      throw asError(error);
    }
  };
}

async function searchChunk<Item>(
  { upstream, settings, services, call }: SearchContext,
  what: ResourceSearch<Item>,
  chunk: readonly Asked[],
): Promise<ReadonlyMap<Asked, SourceAnswer<Item> | Error>> {
  const items = new Map(chunk.map((asked) => [asked, [] as Item[]]));
  const patients = {
    baseUrl: settings.baseUrl.replace(/\/+$/, ''),
    byPatientId: grouped(chunk.flatMap((asked) => asked.ids.map((id) => [id, asked] as const))),
    byNhsNumber: grouped(chunk.map((asked) => [asked.subject.nhsNumber, asked] as const)),
  };
  const retrievedAt = instant({ services });
  const shared = new Map<Item, readonly OtherSubject[]>();
  const seen = new Set<string>();
  let unattributed = false;
  const onMatch = (resource: Fhir): void => {
    const id = text(resource['id']);
    // A page that shifts while it is read repeats what stood at its edge.
    if (id !== null && seen.size === seen.add(id).size) return;
    const whose = attribute(resource, patients);
    if (whose.kind !== 'owned') {
      unattributed ||= whose.kind === 'nobody';
      services.onCall({ upstream: sourceName, outcome: 'FOREIGN_SUBJECT', durationMs: 0 });
      return;
    }
    const item = what.map(resource, retrievedAt);
    if (item === null) return;
    if (whose.owners.length + whose.strangers.length > 1) {
      const asked = whose.owners.map(({ subject }) => ({ kind: 'client' as const, clientId: subject.clientId }));
      shared.set(item, [...asked, ...whose.strangers]);
    }
    for (const owner of whose.owners) items.get(owner)?.push(item);
  };
  const end = await search(upstream, {
    type: what.type,
    parameters: {
      patient: [...patients.byPatientId.keys()].join(','),
      ...what.parameters,
      _count: String(Math.min(what.mostOnOnePage ?? mostOnOnePage, settings.pageSize * chunk.length)),
      ...(settings.elements && { _elements: what.elements }),
    },
    // Pages are counted per person, so that one long record does not cut the others short.
    maxPages: settings.maxPages * chunk.length,
    call,
    onMatch,
  });
  const complete = end.complete && !unattributed;
  return new Map(
    [...items].map(([asked, found]) => [
      asked,
      found.length === 0 && end.error
        ? end.error
        : { items: mostRecentFirst(found, what.date), retrievedAt, complete, ...(shared.size > 0 && { shared }) },
    ]),
  );
}

function grouped<Value>(pairs: readonly (readonly [string, Value])[]): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

const instant = ({ services }: Pick<SearchContext, 'services'>): string => new Date(services.now()).toISOString();

/** The only error that leaves an adapter; what is not one already is an answer that could not be read. */
const asError = (error: unknown): UpstreamError =>
  error instanceof UpstreamError ? error : new UpstreamError(sourceName, 'MALFORMED');
