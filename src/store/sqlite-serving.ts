/** What the writing worker does: it takes all that has come in while it committed, commits that together, and answers once for all of it. */
import { receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { commitTogether } from './group-commit.js';
import { codeOf, connect } from './sqlite-connection.js';
import type { Connection } from './sqlite-connection.js';
import type { CheckpointJob, Job, Outcome, ReadJob, WorkerSettings } from './sqlite-jobs.js';

/** Beyond so many jobs no further message is taken, so that the first of a flood is not answered with the last. */
const largestGroup = 256;

export function openForWriting({ path, maximumBytes }: WorkerSettings): Connection {
  const connection = connect(path);
  connection.exec('PRAGMA synchronous = FULL');
  // Otherwise the commit that fills the thousandth page waits for all of them to be copied: 150 ms in front of everybody.
  connection.exec('PRAGMA wal_autocheckpoint = 0');
  if (maximumBytes !== undefined) {
    const pageSize = Number(connection.first('PRAGMA page_size', [])?.[0]);
    connection.all(`PRAGMA max_page_count = ${Math.floor(maximumBytes / pageSize)}`, []);
  }
  return connection;
}

export function serve(port: MessagePort, connection: Connection): void {
  port.on('message', (first: readonly Job[]) => {
    const jobs = withWaiting(port, first);
    const writes = jobs.filter((job) => job.kind === 'write');
    port.postMessage([
      ...(writes.length > 0 ? commitTogether(connection, writes) : []),
      ...jobs.filter((job) => job.kind === 'read').map((job) => read(connection, job)),
    ] satisfies Outcome[]);
    const asked = jobs.find((job) => job.kind === 'checkpoint');
    if (asked) checkpoint(connection, asked);
    if (jobs.some((job) => job.kind === 'close')) {
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      connection.close();
      port.close();
    }
  });
  port.postMessage([] satisfies Outcome[]);
}

function checkpoint(connection: Connection, { alone }: CheckpointJob): void {
  connection.exec('PRAGMA wal_checkpoint(PASSIVE)');
  if (alone) connection.exec('PRAGMA wal_autocheckpoint = 1000');
}

function withWaiting(port: MessagePort, first: readonly Job[]): readonly Job[] {
  const jobs = [...first];
  while (jobs.length < largestGroup) {
    const waiting = receiveMessageOnPort(port) as { readonly message: readonly Job[] } | undefined;
    if (!waiting) break;
    jobs.push(...waiting.message);
  }
  return jobs;
}

function read(connection: Connection, { ticket, sql, parameters }: ReadJob): Outcome {
  try {
    return { ticket, kind: 'done', rows: connection.all(sql, parameters) };
  } catch (error) {
    return { ticket, kind: 'failed', code: codeOf(error) };
  }
}
