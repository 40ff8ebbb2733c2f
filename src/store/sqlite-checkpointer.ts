/** The worker that checkpoints. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkpointBeside } from './sqlite-checkpointing.js';
import { connect } from './sqlite-connection.js';
import type { WorkerSettings } from './sqlite-jobs.js';

if (parentPort) {
  const connection = connect((workerData as WorkerSettings).path);
  connection.exec('PRAGMA synchronous = FULL');
  checkpointBeside(parentPort, connection);
}
