import type { WorkerSettings } from '../../src/store/sqlite-jobs.js';
import type { Connection } from '../../src/store/sqlite-connection.js';

export interface SlowSettings extends WorkerSettings {
  readonly fsyncMs: number;
}

/**
 * A COMMIT in WAL mode with `synchronous = FULL` is one fsync, of the log; a checkpoint is two, of the log and of the
 * database (sqlite.org/wal.html, "Performance Considerations"). The thread is blocked for as long, as it would be by the disk.
 */
export function slow(connection: Connection, fsyncMs: number): Connection {
  const waiting = new Int32Array(new SharedArrayBuffer(4));
  const delayed = <Result>(fsyncs: number, run: () => Result): Result => {
    const due = performance.now() + fsyncs * fsyncMs;
    const result = run();
    Atomics.wait(waiting, 0, 0, Math.max(0, due - performance.now()));
    return result;
  };
  const fsyncsOf = (sql: string): number => (sql === 'COMMIT' ? 1 : sql.startsWith('PRAGMA wal_checkpoint') ? 2 : 0);
  return {
    exec: (sql) => delayed(fsyncsOf(sql), () => connection.exec(sql)),
    first: (sql, parameters) => delayed(fsyncsOf(sql), () => connection.first(sql, parameters)),
    all: (sql, parameters) => connection.all(sql, parameters),
    run: (sql, parameters) => connection.run(sql, parameters),
    get inTransaction() {
      return connection.inTransaction;
    },
    close: () => connection.close(),
  };
}
