import { setImmediate as breathe } from 'node:timers/promises';
import type { OrganisationId } from '../access/types.js';
import type { Key, Store } from '../store/port.js';
import type { CaseReader } from '../support/case-desk.js';
import type { CaseDocument } from '../support/case-document.js';
import type { CaseloadRow } from './caseload.js';

/** Which cases: of one programme, opened in a stretch of time, of one organisation or of all. */
export interface CaseloadQuery {
  readonly programme: string;
  /** ISO days: from the first to before the second. */
  readonly from: string;
  readonly before: string;
  readonly organisation?: OrganisationId;
}

/** Reads what a caseload is counted from; undefined where there are more cases than a report may read. */
export type ReadCaseload = (query: CaseloadQuery) => Promise<readonly CaseloadRow[] | undefined>;

const batch = 200;
/** What one report may read: more would keep everybody else waiting for longer than a report is worth. */
const mostCases = 20_000;

export function createReadCaseload({
  store,
  read,
}: {
  store: Store;
  read: Pick<CaseReader, 'assessment'>;
}): ReadCaseload {
  const cases = store.collection('cases');
  return async ({ programme, from, before, organisation }) => {
    const openedAt = { gte: from, lt: before };
    const rows: CaseloadRow[] = [];
    let after: readonly Key[] | undefined;
    for (let seen = 0; ;) {
      const page = { limit: batch, ...(after && { after }) };
      const found: readonly CaseDocument[] = await cases.find({
        index: 'programme_openedAt',
        where: { programme, openedAt },
        ...page,
      });
      for (const document of found) {
        if (organisation !== undefined && document.organisation !== organisation) continue;
        const newest = document.assessments.at(-1);
        rows.push({ document, ...(newest && { assessment: read.assessment(newest) }) });
      }
      seen += found.length;
      const last = found.at(-1);
      if (!last || found.length < batch) return rows;
      if (seen >= mostCases) return undefined;
      after = [last.openedAt, last.id];
      // Between two batches the requests that wait have their turn.
      await breathe();
    }
  };
}
