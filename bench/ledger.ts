/**
 * What the ledger costs: `npm run bench:ledger -- [--fsync-ms 5] [--seconds 10] [RECORDS …]`. Durable appends a second,
 * latency at a steady 5,000 records a second, CPU of the chain, time and memory of a verification of so many records (0: none).
 * On the disk below the working directory, which is what decides; `--fsync-ms` makes it a slower one. With the young generation of
 * the hub itself.
 */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openLedger, type Ledger } from '../src/audit/ledger.js';
import { chain, startOf, type LedgerEvent } from '../src/audit/record.js';
import { checkStore } from '../src/audit/parallel-check.js';
import type { SignedHead } from '../src/audit/signed-head.js';
import { verifyChecked } from '../src/audit/verify.js';
import type { ClientId, OrganisationId } from '../src/access/types.js';
import { openSqlite } from '../src/store/sqlite.js';
import { slowDisk } from './slow-disk.js';

/**
 * One section of one client as the hub writes it, every part in the order of its keys, some 1,050 bytes as JSON. The clients, the
 * organisations and their people come in no order, as they do in life: each index of the ledger is written to at another place.
 */
function eventNumber(number: number): LedgerEvent {
  const staff = scattered(number, 3_000);
  const consents = ['01JWPVC6@2'];
  return {
    clientId: `01JWPV${scattered(number * 7 + 1, 100_000)
      .toString(36)
      .toUpperCase()
      .padStart(10, '0')}` as ClientId,
    correlationId: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
    decisions: 'cd'.repeat(32),
    inputs: { consents, locationRestricted: false, related: true, today: '2025-06-02' },
    lines: [
      {
        basis: 'CONSENT',
        category: 'EMPLOYMENT_STATUS',
        consents,
        outcome: 'PERMITTED',
        rule: 'clinician-employment',
        section: 'Client.employment',
        sources: ['provider-csv'],
      },
    ],
    operation: { digest: 'ab'.repeat(32), name: 'InWork' },
    policyVersion: '2025-06-01',
    viewer: {
      audience: 'CLINICIAN',
      issuer: 'https://identity.example/',
      organisation: `A8${String(staff % 300).padStart(4, '0')}` as OrganisationId,
      purpose: 'DIRECT_CARE',
      subject: `staff-${staff}`,
    },
  };
}

/** 0 to below `count`, in no order and the same each time: Knuth's multiplicative hash, its upper bits. */
function scattered(number: number, count: number): number {
  return Math.floor(((Math.imul(number, 0x9e3779b1) >>> 0) / 2 ** 32) * count);
}

let made = 0;
const nextEvent = (): LedgerEvent => eventNumber((made += 1));
const events = (count: number): readonly LedgerEvent[] => Array.from({ length: count }, nextEvent);

const { values, positionals } = parseArgs({
  options: { 'fsync-ms': { type: 'string', default: '0' }, seconds: { type: 'string', default: '10' } },
  allowPositionals: true,
});
const fsyncMs = Number(values['fsync-ms']);
const directory = mkdtempSync(join(process.cwd(), '.hub-bench-'));
const keys = generateKeyPairSync('ed25519');
const heads: SignedHead[] = [];
const store = await openSqlite({ dataDirectory: directory }, fsyncMs > 0 ? slowDisk(fsyncMs) : undefined);
const ledger = await openLedger({
  store,
  headKey: keys.privateKey,
  publish: (head) => {
    heads.push(head);
    return Promise.resolve();
  },
  now: Date.now,
});
try {
  if (fsyncMs > 0) say(`every fsync takes at least ${fsyncMs} ms`);
  benchChain();
  for (const writers of [1, 8, 64, 256, 1_024]) await benchThroughput(ledger, writers);
  await benchSteady(ledger, 5_000, Number(values.seconds));
  for (const records of positionals.length > 0 ? positionals.map(Number) : [100_000, 1_000_000]) {
    if (records > 0) await benchVerify(ledger, records);
  }
} finally {
  await ledger.close();
  await store.close();
  rmSync(directory, { recursive: true });
}

function benchChain(): void {
  const many = events(10_000);
  const bytes = JSON.stringify(chain(startOf('W'), events(1), new Date().toISOString()).records[0]).length;
  chain(startOf('W'), many, new Date().toISOString()); // warms up
  const cpu = process.cpuUsage();
  chain(startOf('W'), many, new Date().toISOString());
  const { user, system } = process.cpuUsage(cpu);
  say(`chain: ${micros((user + system) / 1_000, many.length)} µs CPU for a record of ${bytes} bytes`);
}

/** As many as go, from `writers` callers that each wait for their own append. */
async function benchThroughput(to: Ledger, writers: number): Promise<void> {
  const latencies: number[] = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  const call = async (): Promise<void> => {
    while (performance.now() - start < 3_000) {
      const before = performance.now();
      await to.append([nextEvent()]);
      latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: writers }, call));
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const each = ((user + system) / latencies.length).toFixed(1);
  say(
    `${writers} waiting: ${Math.round(latencies.length / seconds)} durable appends/s, ${spread(latencies)}, ${each} µs CPU each`,
  );
}

/** Requests of one record each, spread evenly over every 2 ms. */
async function benchSteady(to: Ledger, perSecond: number, forSeconds: number): Promise<void> {
  const latencies = new Float64Array(perSecond * (forSeconds + 1));
  let answered = 0;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const cpu = process.cpuUsage();
  const memory = process.memoryUsage.rss();
  const start = performance.now();
  delay.enable();
  let sent = 0;
  while (performance.now() - start < forSeconds * 1_000) {
    for (const due = ((performance.now() - start) * perSecond) / 1_000; sent < due; sent += 1) {
      const before = performance.now();
      void to.append([nextEvent()]).then(() => {
        latencies[answered] = performance.now() - before;
        answered += 1;
      });
    }
    await pause(2);
  }
  while (answered < sent) await pause(1);
  delay.disable();
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const share = ((user + system) / 1e4 / seconds).toFixed(0);
  const stall = (delay.percentile(99) / 1e6).toFixed(1);
  say(
    `steady ${Math.round(answered / seconds)} records/s for ${seconds.toFixed(0)} s: ${spread(latencies.subarray(0, answered))}, ` +
      `${share} % of a core, loop delay p99 ${stall} ms, memory ${megabytes(memory)} → ${megabytes(process.memoryUsage.rss())} MiB`,
  );
}

/** Fills a store of its own up to `records` and verifies it. */
async function benchVerify(to: Ledger, records: number): Promise<void> {
  while (to.state().sequence < records) await to.append(events(500));
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const cpu = process.cpuUsage();
  const report = await verifyChecked(checkStore(directory), [...heads], keys.publicKey);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  if (!report.ok) throw new Error(JSON.stringify(report.fault));
  say(
    `verify ${report.records} records and ${heads.length} heads: ${(ms / 1_000).toFixed(1)} s, ` +
      `${micros((user + system) / 1_000, report.records)} µs CPU each, memory ${megabytes(before)} → at most ${megabytes(peak)} MiB`,
  );
}

function spread(latencies: ArrayLike<number>): string {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms`;
}

function micros(ms: number, count: number): string {
  return ((ms * 1_000) / count).toFixed(2);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0);
}
