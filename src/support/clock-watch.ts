import { setTimeout as wait } from 'node:timers/promises';
import type { Key, Store, Stored } from '../store/port.js';
import type { TaskPerson } from '../store/documents/task.js';
import type { CaseDocument } from './case-document.js';
import type { EmployerCaseDocument } from '../employer/case-document.js';
import type { CaseFollowUps, FollowUps } from './follow-ups.js';

/** The clocks of all cases: what has run out becomes a task, once, and what a crash left undone after a change is done. */
export interface CaseClockWatch {
  /** Looks at once, and every minute until stopped. */
  start(): void;
  /** Looks once at what has run out by now; several hubs may do so at once. */
  watchDue(): Promise<void>;
  stop(): Promise<void>;
}

const batch = 100;
const lookAgainMs = 60_000;

interface Kind<Document extends Stored & { readonly nextLookOn: string }> {
  readonly followUps: CaseFollowUps<Document>;
  due(today: string, after: readonly Key[] | undefined): Promise<readonly Document[]>;
  /** Who brought about what is due, where the last that happened to the case says so. */
  by(document: Document): TaskPerson | undefined;
}

export function createCaseClockWatch({
  store,
  followUps,
  now,
  report,
}: {
  store: Store;
  followUps: FollowUps;
  now: () => number;
  report: (error: unknown) => void;
}): CaseClockWatch {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  const cases = store.collection('cases');
  const persons: Kind<CaseDocument> = {
    followUps: followUps.person,
    due: (today, after) => cases.find({ index: 'nextLookOn', where: { nextLookOn: { lte: today } }, ...page(after) }),
    by: ({ history }) => changer(history.at(-1)),
  };
  const employerCases = store.collection('employerCases');
  const employers: Kind<EmployerCaseDocument> = {
    followUps: followUps.employer,
    due: (today, after) =>
      employerCases.find({ index: 'nextLookOn', where: { nextLookOn: { lte: today } }, ...page(after) }),
    by: ({ changes }) => changer(changes.at(-1)),
  };

  async function watch<Document extends Stored & { readonly nextLookOn: string }>(kind: Kind<Document>): Promise<void> {
    const today = new Date(now()).toISOString().slice(0, 10);
    let after: readonly Key[] | undefined;
    while (!stopping.signal.aborted) {
      const due = await kind.due(today, after);
      for (const document of due) await kind.followUps.settle(document, kind.by(document));
      const last = due.at(-1);
      if (!last || due.length < batch) return;
      after = [last.nextLookOn, last.id];
    }
  }

  async function watchDue(): Promise<void> {
    await watch(persons);
    await watch(employers);
  }

  async function lookUntilStopped(): Promise<void> {
    while (!stopping.signal.aborted) {
      await watchDue().catch(report);
      await wait(lookAgainMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    start: () => void (running ??= lookUntilStopped()),
    watchDue,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

const page = (after: readonly Key[] | undefined) => ({ limit: batch, ...(after && { after }) });

const changer = (last: { readonly kind: string; readonly by: TaskPerson } | undefined): TaskPerson | undefined =>
  last?.kind === 'EXTENDED' || last?.kind === 'DISCHARGED' ? last.by : undefined;
