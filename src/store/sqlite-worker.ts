/**
 * The worker that writes: the event loop never waits for the disk. It takes all that has come in while it committed,
 * commits that together, and answers once for all of it.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { commitTogether } from './group-commit.js';
import { codeOf, connect } from './sqlite-connection.js';
import type { Connection } from './sqlite-connection.js';
import type { Job, Outcome, ReadJob, WorkerSettings } from './sqlite-jobs.js';

/** So that the first of a flood is not answered with the last. */
const largestGroup = 256;

// What comes in is of `sqlite-writer.ts`'s own making: this worker has no other caller.
if (parentPort) serve(parentPort, open(workerData as WorkerSettings));

function open({ path, maximumBytes }: WorkerSettings): Connection {
  const connection = connect(path);
  connection.exec('PRAGMA synchronous = FULL');
  if (maximumBytes !== undefined) {
    const pageSize = Number(connection.first('PRAGMA page_size', [])?.[0]);
    connection.all(`PRAGMA max_page_count = ${Math.floor(maximumBytes / pageSize)}`, []);
  }
  return connection;
}

function serve(port: MessagePort, connection: Connection): void {
  port.on('message', (first: Job) => {
    const jobs = [first, ...waitingOn(port)];
    const writes = jobs.filter((job) => job.kind === 'write');
    port.postMessage([
      ...(writes.length > 0 ? commitTogether(connection, writes) : []),
      ...jobs.filter((job) => job.kind === 'read').map((job) => read(connection, job)),
    ] satisfies Outcome[]);
    if (jobs.some((job) => job.kind === 'close')) {
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      connection.close();
      port.close();
    }
  });
  port.postMessage([] satisfies Outcome[]);
}

function* waitingOn(port: MessagePort): Generator<Job> {
  for (let taken = 1; taken < largestGroup; taken += 1) {
    const waiting = receiveMessageOnPort(port) as { readonly message: Job } | undefined;
    if (!waiting) return;
    yield waiting.message;
  }
}

function read(connection: Connection, { ticket, sql, parameters }: ReadJob): Outcome {
  try {
    return { ticket, kind: 'done', rows: connection.all(sql, parameters) };
  } catch (error) {
    return { ticket, kind: 'failed', code: codeOf(error) };
  }
}
