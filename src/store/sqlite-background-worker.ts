/** The worker beside the writer: what nobody waits for, or only whoever asks an index that is kept behind the writes. */
import { parentPort, workerData } from 'node:worker_threads';
import { serveInBackground, type BackgroundSettings } from './sqlite-background-serving.js';
import { connect } from './sqlite-connection.js';

// What comes in is of `sqlite-background.ts`'s own making: this worker has no other caller.
if (parentPort) {
  const settings = workerData as BackgroundSettings;
  serveInBackground(parentPort, connect(settings.path), settings);
}
