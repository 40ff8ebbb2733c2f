/**
 * What a report over many cases costs: how long, how much it holds, and how long others wait meanwhile.
 *
 *     npm run bench:report -- [--cases 300000]
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import type { ClientId, OrganisationId } from '../src/access/types.js';
import { createKeyring } from '../src/identity/keyring.js';
import { packageRoot } from '../src/package-root.js';
import { loadProgrammes } from '../src/programme/load.js';
import { countCaseload } from '../src/report/caseload.js';
import { createReadCaseload } from '../src/report/read-caseload.js';
import type { Assessment } from '../src/support/case-document.js';
import { openStore } from '../src/store/open.js';
import { idOf } from './caseload/fill.js';

const { values } = parseArgs({ options: { cases: { type: 'string', default: '300000' } } });
const cases = Number(values.cases);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const directory = mkdtempSync(join(process.cwd(), '.hub-bench-report-'));
const store = await openStore({ dataDirectory: directory });
const keyring = createKeyring({ 1: randomBytes(32).toString('base64') });
const version = loadProgrammes(fileURLToPath(new URL('programmes/', packageRoot))).versions('workwell')[0]!;
const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}-01`);

try {
  await fill();
  for (const organisation of [undefined, 'PROVIDER-3' as OrganisationId]) await measure(organisation);
} finally {
  await store.close();
  rmSync(directory, { recursive: true });
}

async function fill(): Promise<void> {
  const sealed = keyring.seal(
    JSON.stringify({ mainBarrier: 'MENTAL_ILLNESS', otherBarriers: ['HOUSING'], domains: [] }),
  );
  const at = (number: number): string => new Date(Date.UTC(2025, 0, 1) + (number % 365) * 86_400_000).toISOString();
  const actor = {
    subject: 'coach',
    organisation: 'PROVIDER-0' as OrganisationId,
    audience: 'WORK_AND_HEALTH_COACH',
  } as const;
  for (let from = 0; from < cases; from += 1_000) {
    await store.collection('cases').insertMany(
      Array.from({ length: Math.min(1_000, cases - from) }, (_, offset) => {
        const number = from + offset;
        const id = idOf('case', number);
        const openedAt = at(number);
        return {
          id,
          clientId: idOf('client', number) as ClientId,
          organisation: `PROVIDER-${number % 10}` as OrganisationId,
          programme: 'workwell',
          programmeVersion: version.effectiveFrom,
          stream: 'GREATER_MANCHESTER',
          area: 'GREATER_MANCHESTER',
          status: 'OPEN' as const,
          entry: 'FIRST' as const,
          slot: `open:${id}`,
          openedAt,
          facts: sealed,
          manager: 'coach',
          managers: [],
          plannedEndOn: '9999-12-31',
          nextLookOn: '9999-12-31',
          extensions: [],
          snapshots: [],
          assessments: [{ number: 1, at: openedAt, by: actor, content: sealed }],
          plans: [{ number: 1, at: openedAt, by: actor, content: sealed }],
          actions: [],
          interventions: [],
          history: [{ kind: 'OPENED' as const, at: openedAt, by: actor, key: id, inputDigest: '0'.repeat(64) }],
          idempotencyKey: id,
          inputDigest: '0'.repeat(64),
        };
      }),
    );
  }
}

async function measure(organisation: OrganisationId | undefined): Promise<void> {
  const read = createReadCaseload({
    store,
    read: { assessment: ({ content }) => JSON.parse(keyring.open(content)) as Assessment },
  });
  const counted = countCaseload({ ...version.definition, months, providers: [] });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let most = 0;
  const sample = setInterval(() => (most = Math.max(most, process.memoryUsage().heapUsed)), 50);
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  delay.enable();
  const began = performance.now();
  const query = { programme: 'workwell', from: '2025-01-01', before: '2026-01-01' };
  await read({ ...query, ...(organisation && { organisation }) }, counted.add, new AbortController().signal);
  const seconds = (performance.now() - began) / 1_000;
  clearInterval(sample);
  delay.disable();
  const whose = organisation ? 'one of ten organisations' : 'the whole programme';
  const held = Math.max(0, most - before) / 1e6;
  say(
    `${whose}: ${counted.result().opened} cases in ${seconds.toFixed(1)} s, at most ${held.toFixed(0)} MB more on the heap, others wait p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms and at most ${(delay.max / 1e6).toFixed(0)} ms`,
  );
}
