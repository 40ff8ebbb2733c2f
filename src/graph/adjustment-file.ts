import type { AdjustmentDocument } from '../employer/document.js';
import type { RequestContext } from './context.js';
import type { LocationWithheld, NoRecord, SourceStatus } from './section-records.js';

export interface AdjustmentView extends LocationWithheld {
  readonly document: AdjustmentDocument;
  readonly employerName: string | null;
}

export interface AdjustmentsRecord {
  readonly __typename: 'WorkplaceAdjustments';
  readonly items: readonly AdjustmentView[];
  readonly sources: readonly SourceStatus[];
}

const source = 'work-health-hub';

/** A client's adjustments as a section: the hub's own record, and one source. */
export async function adjustmentsRecord(
  found: readonly AdjustmentDocument[],
  { services }: RequestContext,
): Promise<AdjustmentsRecord | NoRecord> {
  const retrievedAt = new Date(services.now()).toISOString();
  const status = { source, cause: null, complete: true, retrievedAt } as const;
  if (found.length === 0) {
    return {
      __typename: 'NoRecord',
      category: 'WORKPLACE_ADJUSTMENTS',
      sources: [{ ...status, outcome: 'NO_RECORD' }],
    };
  }
  const employers = await services.employers.records.byIds(found.map(({ employerId }) => employerId));
  const newestFirst = [...found].sort((one, other) => (one.recordedAt < other.recordedAt ? 1 : -1));
  return {
    __typename: 'WorkplaceAdjustments',
    items: newestFirst.map((document) => ({
      document,
      employerName: employers.get(document.employerId)?.name ?? null,
    })),
    sources: [{ ...status, outcome: 'ANSWERED' }],
  };
}
