import { setTimeout as wait } from 'node:timers/promises';
import type { MatchDesk } from './desk.js';
import type { SearchPds } from './search.js';

/** Searches PDS in the background for people whom somebody could only describe. */
export interface MatchWorker {
  /** Looks every few seconds until stopped. */
  start(): void;
  /** Does what is due now, once. */
  workDue(): Promise<void>;
  stop(): Promise<void>;
}

const lookAgainMs = 5_000;

export function createMatchWorker({
  desk,
  search,
  report,
}: {
  desk: MatchDesk;
  search: SearchPds;
  report: (error: unknown) => void;
}): MatchWorker {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  const workUntilStopped = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await desk.workDue(search).catch(report);
      await wait(lookAgainMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  };
  return {
    start: () => void (running ??= workUntilStopped()),
    workDue: () => desk.workDue(search),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
