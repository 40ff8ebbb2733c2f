import { load, percentile } from './load.js';
import type { Contestant, Stage, Workload } from './stage.js';

/** One way to ask, measured in rounds: every contestant gets a slice of each round, in turn. */
export interface Course {
  readonly title: string;
  readonly workload: Workload;
  /** Milliseconds that every upstream takes to answer. */
  readonly latencyMs: number;
  readonly callers: number;
  readonly rounds: number;
  /** Seconds of a slice, after `warmSeconds` that are not measured. */
  readonly seconds: number;
  readonly warmSeconds: number;
  readonly contestants: readonly string[];
}

export interface Slice {
  readonly perSecond: number;
  readonly cpuMillis: number;
  readonly p50: number;
  readonly p99: number;
  readonly rssMegabytes: number;
  readonly requests: number;
  /** Upstream calls a request, by call. */
  readonly calls: Readonly<Record<string, number>>;
  /** Ledger records a request; the hub's only. */
  readonly ledgerRecords: number;
}

/** Slices by contestant, one for each round. */
export type Results = ReadonlyMap<string, readonly Slice[]>;

export async function runCourse(stage: Stage, course: Course, say: (line: string) => void): Promise<Results> {
  const runners = stage.contestants.filter(({ name }) => course.contestants.includes(name));
  const results = new Map<string, Slice[]>(runners.map(({ name }) => [name, []]));
  await stage.simulator.setLatency(course.latencyMs);
  for (let round = 1; round <= course.rounds; round += 1) {
    const told: string[] = [];
    for (const runner of runners) {
      const slice = await runSlice(stage, runner, course);
      results.get(runner.name)?.push(slice);
      told.push(`${runner.name} ${slice.perSecond.toFixed(0)}/s ${slice.cpuMillis.toFixed(2)} ms`);
    }
    say(`  ${course.title}, round ${round} of ${course.rounds}: ${told.join(', ')}`);
  }
  await stage.simulator.setLatency(0);
  return results;
}

/**
 * Until each has answered so many requests, or for so long: before the compiler is done with a program, its slices say
 * little about it.
 */
export async function warmUp(
  { contestants }: Stage,
  { workload, callers, contestants: names }: Course,
  enough: { readonly requests: number; readonly seconds: number },
): Promise<void> {
  for (const { name, pool, targets, expected } of contestants) {
    if (!names.includes(name)) continue;
    const until = performance.now() + enough.seconds * 1000;
    for (let requests = 0; requests < enough.requests && performance.now() < until;) {
      requests += (await load(pool, targets[workload], expected[workload], callers, 0.5)).requests;
    }
  }
}

async function runSlice({ simulator }: Stage, runner: Contestant, course: Course): Promise<Slice> {
  const { workload, callers, warmSeconds, seconds } = course;
  const { pool, program } = runner;
  const target = runner.targets[workload];
  const expected = runner.expected[workload];
  runner.prepare(workload, 500);
  const warm = await load(pool, target, expected, callers, warmSeconds);
  runner.prepare(workload, Math.ceil((warm.requests / warm.seconds) * seconds * 1.3));
  await simulator.calls();
  const before = await program.usage();
  const measured = await load(pool, target, expected, callers, seconds);
  const after = await program.usage();
  const calls = Object.entries(await simulator.calls()).find(([caller]) => caller === runner.name)?.[1] ?? {};
  const { requests } = measured;
  const records = (after.counters['ledgerRecords'] ?? 0) - (before.counters['ledgerRecords'] ?? 0);
  return {
    requests,
    perSecond: requests / measured.seconds,
    cpuMillis: (after.cpuMicros - before.cpuMicros) / 1000 / requests,
    p50: percentile(measured, 0.5),
    p99: percentile(measured, 0.99),
    rssMegabytes: after.rssBytes / 1_048_576,
    calls: Object.fromEntries(Object.entries(calls).map(([call, count]) => [call, count / requests])),
    ledgerRecords: records / requests,
  };
}
