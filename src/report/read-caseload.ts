import { setImmediate as breathe } from 'node:timers/promises';
import type { OrganisationId } from '../access/types.js';
import type { Key, Store } from '../store/port.js';
import type { CaseReader } from '../support/case-desk.js';
import type { CaseDocument } from '../support/case-document.js';
import { caseStatuses } from '../support/words.js';
import type { CaseloadRow } from './caseload.js';

/** Which cases: of one programme, opened in a stretch of time, of one organisation or of all. */
export interface CaseloadQuery {
  readonly programme: string;
  /** ISO days: from the first to before the second. */
  readonly from: string;
  readonly before: string;
  readonly organisation?: OrganisationId;
}

/** Reads what a caseload is counted from, one case after another, however many there are. Rejects where `signal` is aborted. */
export type ReadCaseload = (
  query: CaseloadQuery,
  add: (row: CaseloadRow) => void,
  signal: AbortSignal,
) => Promise<void>;

/** Cases for which others wait at a time: few, because each is read whole and its assessment opened. */
const batch = 50;

export function createReadCaseload({
  store,
  read,
}: {
  store: Store;
  read: Pick<CaseReader, 'assessment'>;
}): ReadCaseload {
  const cases = store.collection('cases');

  async function all(
    page: (after: readonly Key[] | undefined) => Promise<readonly CaseDocument[]>,
    add: (row: CaseloadRow) => void,
    signal: AbortSignal,
  ): Promise<void> {
    let after: readonly Key[] | undefined;
    for (;;) {
      signal.throwIfAborted();
      const found = await page(after);
      for (const document of found) {
        const newest = document.assessments.at(-1);
        add({
          document,
          ...(newest && { assessment: read.assessment(newest) }),
          assessedAgain: document.assessments[0]?.repeats === true,
        });
      }
      const last = found.at(-1);
      if (!last || found.length < batch) return;
      after = [last.openedAt, last.id];
      // Between two batches the requests that wait have their turn.
      await breathe();
    }
  }

  return async ({ programme, from, before, organisation }, add, signal) => {
    const openedAt = { gte: from, lt: before };
    const more = (after: readonly Key[] | undefined) => ({ limit: batch, ...(after && { after }) });
    if (organisation === undefined) {
      const where = { programme, openedAt };
      await all((after) => cases.find({ index: 'programme_openedAt', where, ...more(after) }), add, signal);
      return;
    }
    for (const status of caseStatuses) {
      const where = { organisation, programme, status, openedAt };
      const index = 'organisation_programme_status_openedAt';
      await all((after) => cases.find({ index, where, ...more(after) }), add, signal);
    }
  };
}
