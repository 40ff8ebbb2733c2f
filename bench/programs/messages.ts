/** What the conductor (`bench/run.ts`) and the processes that it starts say to each other. */
import type { Upstreams } from '../upstream/simulator.js';

/** What a program under test is told at its start. */
export interface Start {
  readonly upstreams: Upstreams;
  /** The issuer of the callers' tokens; only the hub looks at it. */
  readonly issuer: { readonly name: string; readonly audience: string; readonly jwksUri: string };
  /** A folder of its own, empty; only the hub keeps anything. */
  readonly dataDirectory: string;
}

export type Question =
  | { readonly kind: 'start'; readonly start: Start | null }
  | { readonly kind: 'usage' }
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'calls' };

/** CPU and memory of a process, and counters that only it can read. */
export interface Usage {
  /** Microseconds of CPU, all threads, kernel included. */
  readonly cpuMicros: number;
  readonly rssBytes: number;
  readonly counters: Readonly<Record<string, number>>;
}

/** Answers questions of the parent process, one at a time, and ends with it. */
export function answerParent(answers: {
  readonly start: (start: Start | null) => Promise<unknown>;
  readonly counters?: () => Readonly<Record<string, number>>;
  readonly latency?: (ms: number) => void;
  readonly calls?: () => unknown;
}): void {
  const answer = async (question: Question): Promise<unknown> => {
    switch (question.kind) {
      case 'start':
        return answers.start(question.start);
      case 'usage': {
        const { user, system } = process.cpuUsage();
        const counters = answers.counters?.() ?? {};
        return { cpuMicros: user + system, rssBytes: process.memoryUsage.rss(), counters } satisfies Usage;
      }
      case 'latency':
        return answers.latency?.(question.ms) ?? null;
      case 'calls':
        return answers.calls?.() ?? {};
    }
  };
  process.on('message', (question: Question) => {
    answer(question).then(
      (value) => process.send?.({ value: value ?? null }),
      (error: unknown) =>
        process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  // An orderly end, so that a profile that was asked for is written.
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
}
