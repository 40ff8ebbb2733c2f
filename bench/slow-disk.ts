import { Worker } from 'node:worker_threads';
import type { WorkerSettings } from '../src/store/sqlite-jobs.js';
import type { SqliteThreads } from '../src/store/sqlite.js';

/**
 * The threads of a store on a disk whose every fsync takes at least so many milliseconds: the same code as the product's, over
 * a connection that waits. The product has no setting for it; only `openSqlite` takes threads, and only this gives it any.
 */
export function slowDisk(fsyncMs: number): SqliteThreads {
  const start = (program: string) => (settings: WorkerSettings) =>
    new Worker(new URL(program, import.meta.url), { workerData: { ...settings, fsyncMs }, execArgv: [] });
  return {
    writing: start('./programs/slow-disk-writer.js'),
    background: start('./programs/slow-disk-background.js'),
  };
}
