/** The main thread's end of the writing worker. */
import { once } from 'node:events';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { DuplicateKey, StoreUnavailable, VersionConflict } from './port.js';
import type { Parameter, Row } from './sqlite-connection.js';
import type { Job, Outcome, WorkerSettings } from './sqlite-jobs.js';

export interface Writer {
  /** Durable when it resolves; all rows or none. Rejects with `DuplicateKey`, `VersionConflict` or `StoreUnavailable`. */
  write(collection: string, sql: string, rows: readonly (readonly Parameter[])[]): Promise<void>;
  /** A read off the event loop. */
  read(sql: string, parameters: readonly Parameter[]): Promise<readonly Row[]>;
  /** Copies what is left of the log, behind what is under way. `alone`: nobody else does from now on. */
  checkpoint(alone: boolean): void;
  /** Waits for what is under way, and checkpoints. */
  close(): Promise<void>;
}

/** The thread itself; a writer of its own follows. */
export function startWorker(settings: WorkerSettings): Worker {
  return new Worker(new URL('./sqlite-worker.js', import.meta.url), workerOptions(settings));
}

/** For every thread of the store. */
export const workerOptions = (settings: WorkerSettings): WorkerOptions => ({
  workerData: settings,
  // Not the process's own: some of what Node takes on its command line no worker starts with.
  execArgv: [],
});

interface Waiting {
  readonly collection: string;
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: Error) => void;
}

/** Rejects where the worker cannot open the file. Should the worker ever die, all that waits and all that follows rejects. */
export async function startWriter(settings: WorkerSettings, worker = startWorker(settings)): Promise<Writer> {
  const exited = new Promise((resolve) => worker.once('exit', resolve));
  const died = exited.then(() => Promise.reject(new StoreUnavailable('the writing worker did not start')));
  await Promise.race([once(worker, 'message'), died]);
  const waiting = new Map<number, Waiting>();
  let tickets = 0;
  let gone: string | undefined;
  const stop = (why: string) => {
    gone ??= why;
    for (const each of waiting.values()) each.reject(new StoreUnavailable(why));
    waiting.clear();
  };
  worker.on('error', (error) => stop(`the writing worker failed: ${error.message}`));
  worker.on('exit', () => stop('the writing worker is gone'));
  // Of the worker's own making, see sqlite-jobs.ts.
  worker.on('message', (outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) {
      const each = waiting.get(outcome.ticket);
      waiting.delete(outcome.ticket);
      if (each) settle(each, outcome);
    }
    if (waiting.size === 0 && gone === undefined) worker.unref();
  });
  /** What is asked before the event loop turns, however many promises are between, is one message, and so one commit. */
  const said: Job[] = [];
  const say = (job: Job): void => {
    if (said.push(job) === 1) process.nextTick(() => worker.postMessage(said.splice(0)));
  };
  const ask = (collection: string, job: (ticket: number) => Job) =>
    new Promise<readonly Row[]>((resolve, reject) => {
      if (gone !== undefined) throw new StoreUnavailable(gone);
      const ticket = (tickets += 1);
      waiting.set(ticket, { collection, resolve, reject });
      if (waiting.size === 1) worker.ref();
      say(job(ticket));
    });
  // A store that nobody waits for keeps no process alive.
  worker.unref();
  return {
    write: (collection, sql, rows) =>
      ask(collection, (ticket) => ({ ticket, kind: 'write', sql, rows })).then(() => undefined),
    read: (sql, parameters) => ask('', (ticket) => ({ ticket, kind: 'read', sql, parameters })),
    checkpoint(alone) {
      if (gone === undefined) say({ ticket: 0, kind: 'checkpoint', alone });
    },
    async close() {
      worker.ref();
      if (gone === undefined) say({ ticket: 0, kind: 'close' });
      gone ??= 'the store is closed';
      await exited;
    },
  };
}

function settle({ collection, resolve, reject }: Waiting, outcome: Outcome): void {
  if (outcome.kind === 'done') resolve(outcome.rows);
  else reject(errorOf(collection, outcome));
}

function errorOf(collection: string, outcome: Exclude<Outcome, { kind: 'done' }>): Error {
  switch (outcome.kind) {
    case 'duplicate':
      return new DuplicateKey(collection, indexOf(outcome.columns));
    case 'unchanged':
      return new VersionConflict(collection);
    case 'failed':
      return new StoreUnavailable(`the store could not write (${outcome.code || 'unknown'})`);
  }
}

/** `ledger.writer, ledger.sequence` → `writer_sequence`: an index is named after its fields. */
const indexOf = (columns: string): string => columns.replaceAll(/\w+\.(\w+)/g, '$1').replaceAll(', ', '_');
