import type { Measured } from './measure.js';

/** What issue 4 asks of the 95th percentile, in milliseconds, by how a line begins. */
const asked: readonly (readonly [begins: string, ms: number])[] = [
  ['one case', 30],
  ['50 cases', 50],
  ['50 clients', 50],
  ['eligibility', 5],
];
const growthAsked = 1.3;

/** One line for each thing that was asked: against its target in the large caseload, and its growth from the small one. */
export function reportCaseload(small: Measured, large: Measured, say: (line: string) => void): void {
  say(
    `\n${'milliseconds'.padEnd(30)}    p50    p95  asked           growth of p50 (p95), ${small.clients} to ${large.clients} clients`,
  );
  for (const [name, times] of Object.entries(large.times)) {
    const target = asked.find(([begins]) => name.startsWith(begins))?.[1] ?? NaN;
    const before = small.times[name] ?? [];
    const growth = [0.5, 0.95].map((share) => at(times, share) / at(before, share));
    const [ofMedian = NaN, ofTail = NaN] = growth;
    say(
      [
        name.padEnd(30),
        at(times, 0.5).toFixed(1).padStart(6),
        at(times, 0.95).toFixed(1).padStart(6),
        `< ${target}`.padStart(6),
        at(times, 0.95) < target ? 'met    ' : 'NOT MET',
        `${ofMedian.toFixed(2)} (${ofTail.toFixed(2)})`.padStart(14),
        ofMedian <= growthAsked ? 'met' : 'NOT MET',
      ].join(' '),
    );
  }
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
