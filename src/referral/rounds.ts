import { setTimeout as wait } from 'node:timers/promises';
import type { ClockWatch } from './clock-watch.js';
import type { Outbox } from './outbox.js';

/** The background work of referral: delivers what waits, and watches the clocks. */
export interface ReferralRounds {
  /** Goes its rounds until stopped. */
  start(): void;
  /** One round now: everything that is due. */
  once(): Promise<void>;
  stop(): Promise<void>;
}

const pauseMs = 1_000;
const clocksEveryMs = 30_000;

export function createRounds({
  outbox,
  clocks,
  now,
  report,
}: {
  outbox: Outbox;
  clocks: ClockWatch;
  now: () => number;
  report: (error: unknown) => void;
}): ReferralRounds {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let clocksAt = 0;

  async function once(): Promise<void> {
    while ((await outbox.deliverDue()) > 0 && !stopping.signal.aborted);
    await clocks.watchDue();
  }

  async function goUntilStopped(): Promise<void> {
    while (!stopping.signal.aborted) {
      const tried = await outbox.deliverDue().catch((error: unknown) => (report(error), 0));
      if (now() >= clocksAt) {
        clocksAt = now() + clocksEveryMs;
        await clocks.watchDue().catch(report);
      }
      if (tried === 0) await wait(pauseMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    start: () => void (running ??= goUntilStopped()),
    once,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
