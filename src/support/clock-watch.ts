import { setTimeout as wait } from 'node:timers/promises';
import type { EmployerCaseDocument } from '../employer/case-document.js';
import type { Programmes } from '../programme/programme.js';
import { VersionConflict, type Key, type Store, type Stored } from '../store/port.js';
import type { TaskDesk } from '../task/desk.js';
import type { CaseDocument } from './case-document.js';
import { clocksOf, nextLookOn, type Watched } from './case-due.js';
import { raiseClock, type ClockedCase } from './clock-tasks.js';
import { employerWatched, lastContactOf, personWatched } from './watched.js';

/** The clocks of all cases: what has run out becomes a task, once. */
export interface CaseClockWatch {
  /** Looks every minute until stopped. */
  start(): void;
  /** Looks once at what has run out by now; several hubs may do so at once. */
  watchDue(): Promise<void>;
  stop(): Promise<void>;
}

const batch = 100;
const lookAgainMs = 60_000;

/** A case of either kind, as the watch finds it. */
interface Clocked extends Stored {
  readonly programme: string;
  readonly programmeVersion: string;
  /** ISO day on which somebody must look at its clocks again. */
  readonly nextLookOn: string;
}

interface Kind<Document extends Clocked> {
  due(today: string, after: readonly Key[] | undefined): Promise<readonly Document[]>;
  look(document: Document): Promise<{ readonly clocked: ClockedCase; readonly watched: Watched }>;
  replace(document: Document, nextLookOn: string): Promise<unknown>;
}

export function createCaseClockWatch({
  store,
  programmes,
  tasks,
  now,
  report,
}: {
  store: Store;
  programmes: Programmes;
  tasks: Pick<TaskDesk, 'raise'>;
  now: () => number;
  report: (error: unknown) => void;
}): CaseClockWatch {
  const raise = raiseClock(tasks, now);
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  const cases = store.collection('cases');
  const sessions = store.collection('sessions');
  const persons: Kind<CaseDocument> = {
    due: (today, after) => cases.find({ index: 'nextLookOn', where: { nextLookOn: { lte: today } }, ...page(after) }),
    async look(document) {
      return personWatched(document, await lastContactOf(sessions, document));
    },
    replace: ({ version, ...document }, nextLookOn) => cases.replace({ ...document, nextLookOn }, version),
  };
  const employerCases = store.collection('employerCases');
  const employers: Kind<EmployerCaseDocument> = {
    due: (today, after) =>
      employerCases.find({ index: 'nextLookOn', where: { nextLookOn: { lte: today } }, ...page(after) }),
    look: (document) => Promise.resolve(employerWatched(document)),
    replace: ({ version, ...document }, nextLookOn) => employerCases.replace({ ...document, nextLookOn }, version),
  };

  async function watch<Document extends Clocked>(kind: Kind<Document>): Promise<void> {
    const today = new Date(now()).toISOString().slice(0, 10);
    let after: readonly Key[] | undefined;
    while (!stopping.signal.aborted) {
      const due = await kind.due(today, after);
      for (const document of due) await markOne(kind, document, today);
      const last = due.at(-1);
      if (!last || due.length < batch) return;
      after = [last.nextLookOn, last.id];
    }
  }

  async function markOne<Document extends Clocked>(kind: Kind<Document>, document: Document, today: string) {
    const programme = programmes.version(document.programme, document.programmeVersion);
    if (!programme) throw new Error('A version of a programme that cases are on is not loaded');
    const { clocked, watched } = await kind.look(document);
    const clocks = clocksOf(watched, programme);
    // The task first: a crash in between raises it again, which is raising it once.
    for (const due of clocks.filter(({ on }) => on <= today)) await raise(clocked, due);
    try {
      await kind.replace(document, nextLookOn(clocks, programme, today));
    } catch (error) {
      // Somebody changed the case in this moment, or another hub looked: the next look sees how it stands.
      if (!(error instanceof VersionConflict)) throw error;
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
