/** The worker that writes: the event loop never waits for the disk. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerSettings } from './sqlite-jobs.js';
import { openForWriting, serve } from './sqlite-serving.js';

// What comes in is of `sqlite-writer.ts`'s own making: this worker has no other caller.
if (parentPort) serve(parentPort, openForWriting(workerData as WorkerSettings));
