/** The main thread's end of the checkpointing worker. */
import { Worker } from 'node:worker_threads';
import type { WorkerSettings } from './sqlite-jobs.js';
import { workerOptions, type Writer } from './sqlite-writer.js';

export function startCheckpointWorker(settings: WorkerSettings): Worker {
  return new Worker(new URL('./sqlite-checkpointer.js', import.meta.url), workerOptions(settings));
}

/** Should the worker ever die, the writer does without it. */
export function startCheckpointer(
  writer: Pick<Writer, 'checkpoint'>,
  worker: Worker,
): { readonly stop: () => Promise<void> } {
  let stopping = false;
  const exited = new Promise((resolve) => worker.once('exit', resolve));
  void exited.then(() => {
    if (!stopping) writer.checkpoint(true);
  });
  worker.on('error', () => undefined); // its exit follows
  worker.on('message', () => writer.checkpoint(false));
  worker.unref();
  return {
    async stop() {
      stopping = true;
      worker.ref();
      worker.postMessage('stop');
      await exited;
    },
  };
}
