/** `npm run bench [-- --quick]`: measures the hub against two floors and the plain stack, and prints ratios (docs/benchmarks.md). */
import { deepStrictEqual } from 'node:assert';
import { parseArgs } from 'node:util';
import { runCourse, warmUp, type Course, type Results } from './measure.js';
import { clientViewCalls, pageCalls } from './operations.js';
import { canPin } from './processes.js';
import { byCpu, paired, table, throughput, verdictLine, type Verdict } from './report.js';
import { learnAnswers, setStage } from './stage.js';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
    without: { type: 'string', default: '' },
    'hub-flag': { type: 'string', multiple: true, default: [] },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const rounds = (usual: number): number => Number(values.rounds ?? (values.quick ? 2 : usual));
const seconds = values.quick ? 1 : 2;
const everybody = ['floor-whole', 'floor-trimmed', 'hub', 'plain'].filter(
  (name) => !values.without.split(',').includes(name),
);
const floorsAndHub = everybody.filter((name) => name !== 'plain');

const courses: Readonly<Record<string, Course>> = {
  client: {
    title: 'one client, 32 callers, upstreams at 0 ms',
    workload: 'client',
    latencyMs: 0,
    callers: 32,
    rounds: rounds(5),
    seconds,
    warmSeconds: 1,
    contestants: everybody,
  },
  page: {
    title: 'a page of 50, 4 callers, upstreams at 0 ms',
    workload: 'page',
    latencyMs: 0,
    callers: 4,
    rounds: rounds(5),
    seconds,
    warmSeconds: 1,
    contestants: floorsAndHub,
  },
  latency: {
    title: 'one client, one caller, upstreams at 20 ms',
    workload: 'client',
    latencyMs: 20,
    callers: 1,
    rounds: rounds(5),
    seconds,
    warmSeconds: 0.5,
    contestants: floorsAndHub,
  },
};

const enough = values.quick
  ? { client: { requests: 500, seconds: 3 }, page: { requests: 40, seconds: 2 } }
  : { client: { requests: 4_000, seconds: 10 }, page: { requests: 300, seconds: 8 } };

const stage = await setStage(everybody, values['hub-flag']);
try {
  await learnAnswers(stage);
  say(`Every answer is the floor's, for every client and page.${canPin ? '' : ' No taskset here: nothing is pinned.'}`);
  const results = new Map<string, Results>();
  const warm = new Set<string>();
  for (const [name, course] of Object.entries(courses)) {
    if (values.only !== undefined && values.only !== name) continue;
    if (!warm.has(course.workload)) await warmUp(stage, course, enough[course.workload]);
    warm.add(course.workload);
    results.set(name, await runCourse(stage, course, say));
  }
  for (const [name, found] of results) say(`\n${courses[name]?.title ?? name}\n${table(found)}`);
  for (const [name, calls] of [
    ['client', clientViewCalls],
    ['page', pageCalls],
  ] as const)
    assertCalls(results.get(name), calls);
  say(`\n${verdictsOf(results).map(verdictLine).join('\n')}`);
} finally {
  stage.close();
}

function assertCalls(results: Results | undefined, minimum: Readonly<Record<string, number>>): void {
  // Of the slice as a whole: what is under way when a slice ends is finished in it.
  for (const slice of results?.get('hub') ?? [])
    deepStrictEqual({ ...slice.calls }, { ...minimum }, 'upstream calls a request');
}

function verdictsOf(results: ReadonlyMap<string, Results>): readonly Verdict[] {
  const ratio = (course: string, what: string, other: string, target: number): readonly Verdict[] => {
    const found = results.get(course);
    if (!found?.has(other) || !found.has('hub')) return [];
    return [{ what, figure: paired(found, 'hub', other, throughput), target, cpu: paired(found, 'hub', other, byCpu) }];
  };
  const latency = results.get('latency');
  return [
    ...ratio('client', 'one client, of the whole-bundle floor', 'floor-whole', 0.75),
    ...ratio('client', 'one client, of the trimmed floor', 'floor-trimmed', 0.45),
    ...ratio('client', 'one client, times the plain stack', 'plain', 3.5),
    ...ratio('page', 'a page of 50, of its whole-bundle floor', 'floor-whole', 0.9),
    ...ratio('page', 'a page of 50, of its trimmed floor', 'floor-trimmed', 0.9),
    ...['floor-whole', 'floor-trimmed'].flatMap((floor): readonly Verdict[] =>
      latency?.has(floor) === true && latency.has('hub')
        ? [
            {
              what: `p50 at 20 ms over the ${floor}, ms`,
              figure: paired(latency, 'hub', floor, (hub, other) => hub.p50 - other.p50),
              target: 1,
              atMost: true,
            },
          ]
        : [],
    ),
  ];
}
