import type { Provenance } from '../../adapters/records.js';
import type { HeldTrace, TraceResult } from '../identity/trace.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import { isWithinPeriods } from './data-period.js';
import type { Contact, Demographics } from './generated.js';
import type { NoRecord, OfClient, SourceStatus, Unavailable } from './section-records.js';

const source = 'nhs-pds';
const dayMs = 86_400_000;

interface Recorded {
  readonly provenance: Provenance;
}
export type DemographicsRecord = OfClient & Recorded & Omit<Demographics, 'corrections' | 'provenance'>;
export type ContactRecord = OfClient & Recorded & Omit<Contact, 'corrections' | 'provenance'>;

/** What PDS said, and how old it is. */
export interface Dated extends HeldTrace, OfClient {
  readonly ageDays: number;
  readonly provenance: { source: string; retrievedAt: string; recordedAt: null };
  readonly sources: readonly SourceStatus[];
}

/** PDS as the hub last heard it, with its age; asked again only where the copy is no longer fresh. */
export async function tracedSection<Section>(
  file: ClientFile,
  { services, load, disclosures }: RequestContext,
  category: 'DEMOGRAPHICS' | 'CONTACT',
  build: (dated: Dated) => Section,
): Promise<Section | NoRecord | Unavailable> {
  const result = await services.tracing.demographics(file.document, load.pds);
  const sources = [statusOf(result)];
  if (result.kind === 'unknown') return { __typename: 'NoRecord', category, sources };
  if (result.kind === 'failed') {
    const { reason, retryAfterSeconds } = result.failure;
    return {
      __typename: 'Unavailable',
      category,
      cause: reason,
      retryAfterSeconds: retryAfterSeconds ?? null,
      sources,
    };
  }
  const { trace, tracedAt } = result.held;
  const periods = disclosures.dataPeriods(file, category);
  if (periods && !isWithinPeriods({ tracedAt }, periods)) {
    return { __typename: 'NoRecord', category, sources: [{ ...statusOf(result), outcome: 'NO_RECORD' }] };
  }
  return build({
    file,
    trace,
    tracedAt,
    ageDays: Math.max(0, Math.floor((services.now() - Date.parse(tracedAt)) / dayMs)),
    provenance: { source, retrievedAt: tracedAt, recordedAt: null },
    sources,
  });
}

/** A copy that could not be refreshed says so: the record is there, and its source is unavailable. */
function statusOf(result: TraceResult): SourceStatus {
  if (result.kind === 'unknown') {
    return { source, outcome: 'NO_RECORD', cause: null, complete: true, retrievedAt: null };
  }
  if (result.kind === 'failed' || result.failure) {
    const cause = result.failure?.reason ?? 'UNREACHABLE';
    return { source, outcome: 'UNAVAILABLE', cause, complete: false, retrievedAt: null };
  }
  return { source, outcome: 'ANSWERED', cause: null, complete: true, retrievedAt: result.held.tracedAt };
}
