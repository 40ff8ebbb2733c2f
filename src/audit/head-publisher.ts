import type { KeyObject } from 'node:crypto';
import type { HeadSink } from './head-sink.js';
import type { Tip } from './record.js';
import { signHead } from './signed-head.js';

export interface HeadPublisher {
  /** A writer has got this far, durably, by so many records. Publishes when enough of them or enough time have gone by. */
  advanced(tip: Tip, records: number): void;
  /** Publishes `tip` now; rejects where the sink does. */
  publish(tip: Tip, closed: boolean): Promise<void>;
  /** Heads that the sink refused since the last one that it took. */
  failures(): number;
  /** Tries once more what is due, and stops the timer. */
  stop(): Promise<void>;
}

export interface HeadPublisherOptions {
  readonly key: KeyObject;
  readonly sink: HeadSink;
  readonly now: () => number;
  readonly everyRecords: number;
  readonly everyMs: number;
}

/**
 * Publishes beside the appends, never in front of them: a record is durable without its head, and a sink that is down
 * must not take the hub with it. What could not be published is published with the next head.
 */
export function headPublisher(options: HeadPublisherOptions): HeadPublisher {
  const { key, sink, now, everyRecords, everyMs } = options;
  const due = new Map<string, Tip>();
  let unpublished = 0;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const publish = async (tip: Tip, closed: boolean): Promise<void> => {
    await sink(signHead(tip, new Date(now()).toISOString(), closed, key));
    failures = 0;
  };
  const schedule = (): void => {
    timer ??= setTimeout(flush, everyMs).unref();
  };
  const publishDue = async (): Promise<void> => {
    unpublished = 0;
    try {
      for (const [writer, tip] of due) {
        await publish(tip, false);
        if (due.get(writer) === tip) due.delete(writer);
      }
    } catch {
      failures += 1;
    }
    running = undefined;
    if (due.size > 0) schedule();
  };
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    running ??= publishDue();
  };
  return {
    advanced: (tip, records) => {
      unpublished += records;
      due.set(tip.writer, tip);
      if (unpublished >= everyRecords && running === undefined && failures === 0) flush();
      else schedule();
    },
    publish,
    failures: () => failures,
    stop: async () => {
      await running;
      if (due.size > 0) await publishDue();
      clearTimeout(timer);
    },
  };
}
