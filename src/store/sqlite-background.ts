/** The main thread's end of the background worker. */
import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from './port.js';
import type { BackgroundJob, BackgroundReply, BackgroundSettings } from './sqlite-background-serving.js';
import type { Connection, Parameter, Row } from './sqlite-connection.js';
import { workerOptions, type Writer } from './sqlite-writer.js';

/** The deferred indexes, as whoever reads and writes sees them. */
export interface DeferredIndexes {
  /** A connection to the store that has them. */
  reader(): Connection;
  /** A write to a collection that has any was acknowledged. */
  written(): void;
  /** Resolves when they have whatever was acknowledged before. Rejects with `StoreUnavailable`. */
  caughtUp(): Promise<void>;
  /** Catches up, and reads them off the event loop. */
  read(sql: string, parameters: readonly Parameter[]): Promise<readonly Row[]>;
}

export interface Background extends Omit<DeferredIndexes, 'reader'> {
  stop(): Promise<void>;
}

export function startBackgroundWorker(settings: BackgroundSettings): Worker {
  return new Worker(new URL('./sqlite-background-worker.js', import.meta.url), workerOptions(settings));
}

/** Should the worker ever die, the writer copies the log himself, and what is asked of a deferred index is refused. */
export function startBackground(writer: Pick<Writer, 'checkpoint'>, worker: Worker): Background {
  const waiting = new Map<number, { resolve: (rows: readonly Row[]) => void; reject: (error: Error) => void }>();
  let tickets = 0;
  let gone: string | undefined;
  const exited = new Promise((resolve) => worker.once('exit', resolve));
  void exited.then(() => {
    if (gone === undefined) writer.checkpoint(true);
    gone ??= 'the background worker is gone';
    for (const { reject } of waiting.values()) reject(new StoreUnavailable(gone));
    waiting.clear();
  });
  worker.on('error', () => undefined); // its exit follows
  // Of the worker's own making, see `sqlite-background-serving.ts`.
  worker.on('message', (reply: BackgroundReply) => {
    if (reply.kind === 'end the log') {
      writer.checkpoint(false);
      return;
    }
    const each = waiting.get(reply.ticket);
    waiting.delete(reply.ticket);
    if (waiting.size === 0 && gone === undefined) worker.unref();
    if (reply.kind === 'answer') each?.resolve(reply.rows);
    else each?.reject(new StoreUnavailable(`the store could not index (${reply.code || 'unknown'})`));
  });
  const say = (job: BackgroundJob): void => worker.postMessage(job);
  const ask = (parameters: readonly Parameter[], sql?: string) =>
    new Promise<readonly Row[]>((resolve, reject) => {
      if (gone !== undefined) throw new StoreUnavailable(gone);
      const ticket = (tickets += 1);
      waiting.set(ticket, { resolve, reject });
      if (waiting.size === 1) worker.ref();
      say({ kind: 'ask', ticket, parameters, ...(sql !== undefined && { sql }) });
    });

  // A store that nobody waits for keeps no process alive.
  worker.unref();
  let writes = 0;
  let indexed = -1;
  let catchingUp: Promise<void> | undefined;
  const catchUp = async (): Promise<void> => {
    const upTo = writes;
    try {
      await ask([]);
      indexed = upTo;
    } finally {
      catchingUp = undefined;
    }
  };
  return {
    written() {
      writes += 1;
    },
    async caughtUp() {
      for (const upTo = writes; indexed < upTo;) await (catchingUp ??= catchUp());
    },
    read: (sql, parameters) => ask(parameters, sql),
    async stop() {
      worker.ref();
      if (gone === undefined) say({ kind: 'stop' });
      gone ??= 'the store is closed';
      await exited;
    },
  };
}
