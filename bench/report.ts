import type { Results, Slice } from './measure.js';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

/** The median of what two contestants' slices of the same round compare to. */
export function paired(
  results: Results,
  one: string,
  other: string,
  compare: (one: Slice, other: Slice) => number,
): number {
  const others = results.get(other) ?? [];
  return median(
    (results.get(one) ?? []).flatMap((slice, round) => (others[round] ? compare(slice, others[round]) : [])),
  );
}

export const throughput = (one: Slice, other: Slice): number => one.perSecond / other.perSecond;
/** The same by CPU time, which other jobs on the core cannot take away. */
export const byCpu = (one: Slice, other: Slice): number => other.cpuMillis / one.cpuMillis;

/** One line for each contestant: medians over the rounds. */
export function table(results: Results): string {
  const cells = (values: readonly string[]): string =>
    values.map((value, column) => (column === 0 ? value.padEnd(15) : value.padStart(11))).join('');
  const rows = [...results].map(([name, slices]) => {
    const of = (figure: (slice: Slice) => number, digits: number): string => median(slices.map(figure)).toFixed(digits);
    return cells([
      name,
      of(({ perSecond }) => perSecond, 0),
      of(({ cpuMillis }) => cpuMillis, 2),
      of(({ p50 }) => p50, 2),
      of(({ p99 }) => p99, 1),
      of(({ rssMegabytes }) => rssMegabytes, 0),
      of(({ calls }) => Object.values(calls).reduce((sum, count) => sum + count, 0), 2),
    ]);
  });
  return [cells(['', 'req/s', 'CPU ms/req', 'p50 ms', 'p99 ms', 'RSS MB', 'calls/req']), ...rows].join('\n');
}

/** Whether a figure reaches its target, and by how much. */
export interface Verdict {
  readonly what: string;
  readonly figure: number;
  readonly target: number;
  readonly atMost?: true;
  /** The same figure from CPU time, where there is one. */
  readonly cpu?: number;
}

export function verdictLine({ what, figure, target, atMost, cpu }: Verdict): string {
  const reached = atMost ? figure <= target : figure >= target;
  const wanted = `${atMost ? 'at most' : 'at least'} ${target}`;
  const alsoCpu = cpu === undefined ? '' : ` (by CPU time ${cpu.toFixed(2)})`;
  return `${reached ? 'reached ' : 'NOT YET '} ${what}: ${figure.toFixed(2)}, ${wanted}${alsoCpu}`;
}
