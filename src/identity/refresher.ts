import { setTimeout as wait } from 'node:timers/promises';
import type { ClientDocument } from '../store/documents.js';
import type { Store } from '../store/port.js';
import type { AskPds, Tracing } from './trace.js';

/** Traces people in the background, so that a list finds their demographics already held. */
export interface Refresher {
  /** Traces those that are due, one at a time, and looks for more every minute until stopped. */
  start(): void;
  /** Traces those that are due now, once. */
  traceDue(): Promise<void>;
  stop(): Promise<void>;
}

const batch = 50;
const lookAgainMs = 60_000;

export function createRefresher({
  store,
  tracing,
  ask,
  now,
  pauseMs,
  report,
}: {
  store: Store;
  tracing: Tracing;
  /** One PDS read of its own, within the rate that the adapter keeps. */
  ask: AskPds;
  now: () => number;
  /** Between two reads: leaves the rest of the PDS rate to people who are waiting. */
  pauseMs: number;
  report: (error: unknown) => void;
}): Refresher {
  const clients = store.collection('clients');
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  let running: Promise<void> | undefined;

  async function traceUntilStopped(): Promise<void> {
    while (!isStopping()) {
      await traceAllDue().catch(report);
      await pause(lookAgainMs);
    }
  }

  const pause = (ms: number): Promise<void> =>
    wait(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);

  async function traceAllDue(): Promise<void> {
    while (!isStopping()) {
      const due = await clients.find({
        index: 'traceDueAt',
        where: { traceDueAt: { lte: new Date(now()).toISOString() } },
        limit: batch,
      });
      if (due.length === 0) return;
      for (const client of due) {
        if (isStopping()) return;
        await traceOne(client);
        await pause(pauseMs);
      }
    }
  }

  /** A person whom PDS cannot show now is put off, so that the rest get their turn. */
  async function traceOne(client: ClientDocument): Promise<void> {
    const result = await tracing.demographics(client, ask);
    if (result.kind !== 'held' || result.failure) await tracing.putOff(client);
  }

  return {
    start: () => void (running ??= traceUntilStopped()),
    traceDue: traceAllDue,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
