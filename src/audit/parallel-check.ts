/**
 * The dear part of a verification, reading and hashing, on all cores; following the chains, which must be done in order, is
 * left to the caller (`bench/ledger.ts` has the figures).
 */
import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { openReadOnly } from '../store/sqlite.js';
import type { CheckedColumns, CheckJob, CheckReply, LinesJob, StopJob, StretchJob } from './check-jobs.js';
import { recordsFrom } from './checked-columns.js';
import type { CheckedRecord } from './checked-record.js';

const stretchLength = 2_000;

/** Every record of an embedded store, writer by writer, in order; read beside the process that has it open, or with none. */
export async function* checkStore(dataDirectory: string): AsyncGenerator<readonly CheckedRecord[]> {
  const store = await openReadOnly(dataDirectory);
  const counts = await store.collection('ledger').countBy({ index: 'writer_sequence', where: {} }, 'writer');
  await store.close();
  yield* checkInWorkers(stretchesOf(dataDirectory, counts));
}

/** Every record of an export. */
export function checkExport(path: string): AsyncGenerator<readonly CheckedRecord[]> {
  return checkInWorkers(linesOf(path));
}

function* stretchesOf(dataDirectory: string, counts: ReadonlyMap<unknown, number>): Generator<StretchJob> {
  for (const [writer, count] of counts) {
    const stretches = Math.max(1, Math.ceil(count / stretchLength));
    for (let at = 0; at < stretches; at += 1) {
      yield {
        kind: 'stretch',
        dataDirectory,
        writer: String(writer),
        // Open at both ends: what stands where nothing should must be met too.
        ...(at > 0 && { from: at * stretchLength + 1 }),
        ...(at < stretches - 1 && { below: (at + 1) * stretchLength + 1 }),
      };
    }
  }
}

/** The bytes of a file in pieces that end with a line. */
async function* linesOf(path: string): AsyncGenerator<LinesJob> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    const bytes = Buffer.concat([rest, piece as Buffer]);
    const end = bytes.lastIndexOf('\n') + 1;
    if (end > 0) yield { kind: 'lines', bytes: bytes.subarray(0, end) };
    rest = bytes.subarray(end);
  }
  if (rest.length > 0) yield { kind: 'lines', bytes: rest };
}

/** The answers in the order of the jobs; so many are under way at once that no worker waits, and no more. */
async function* checkInWorkers(
  jobs: Iterable<CheckJob> | AsyncIterable<CheckJob>,
): AsyncGenerator<readonly CheckedRecord[]> {
  const cores = availableParallelism();
  const workers: CheckWorker[] = [];
  const under: Promise<CheckedColumns>[] = [];
  let given = 0;
  try {
    for await (const job of jobs) {
      const worker = (workers[given % cores] ??= startCheckWorker());
      given += 1;
      under.push(worker.check(job));
      if (under.length < 2 * cores) continue;
      const first = await under.shift();
      if (first) yield recordsFrom(first);
    }
    for (const columns of under) yield recordsFrom(await columns);
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

interface CheckWorker {
  /** Answers come in the order of the questions. */
  check(job: CheckJob): Promise<CheckedColumns>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (columns: CheckedColumns) => void;
  readonly reject: (error: Error) => void;
}

function startCheckWorker(): CheckWorker {
  const worker = new Worker(new URL('./check-worker.js', import.meta.url), {
    execArgv: [],
    // What a stretch leaves behind is collected before the next hundred are: memory does not grow with the ledger.
    resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 128 },
  });
  const waiting: Waiting[] = [];
  const fail = (why: string): void => {
    for (const { reject } of waiting.splice(0)) reject(new Error(why));
  };
  worker.on('error', (error) => fail(error.message));
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      fail('a worker of the verification ended');
      resolve();
    });
  });
  // Of the worker's own making, see `check-jobs.ts`.
  worker.on('message', (reply: CheckReply) => {
    const first = waiting.shift();
    if ('columns' in reply) first?.resolve(reply.columns);
    else first?.reject(new Error(reply.failure));
  });
  return {
    check(job) {
      const answer = new Promise<CheckedColumns>((resolve, reject) => waiting.push({ resolve, reject }));
      // Looked at in its turn, or never where a fault ends the reading: a rejection must not be called unhandled.
      answer.catch(() => undefined);
      worker.postMessage(job);
      return answer;
    },
    // Never `terminate()`: a worker that is ended while libsql reads for it takes the whole process down (SIGABRT).
    async stop() {
      worker.postMessage({ kind: 'stop' } satisfies StopJob);
      await ended;
    },
  };
}
