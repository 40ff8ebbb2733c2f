/**
 * What referral and case work cost, all that issue 4 names in one command:
 *
 *     npm run bench:referral -- [--only caseload|acceptance] [--clients 250000] [--small 25000] [--keep DIRECTORY] [--fill]
 *
 * The caseload is filled twice, small and large, for the growth. `--keep` leaves both on disk, so that measuring can be repeated
 * without filling; `--fill` fills and measures nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keptCaseload } from './caseload/kept.js';
import { measureCaseloads } from './caseload/measure.js';
import { reportCaseload } from './caseload/report.js';
import { measureAcceptance } from './referral/acceptance.js';
import { startIssuer } from './tokens.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    clients: { type: 'string', default: '250000' },
    small: { type: 'string', default: '25000' },
    keep: { type: 'string' },
    fill: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '4' },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
// Beside the working directory, which is on a disk; a temporary directory need not be.
const directory = resolve(values.keep ?? mkdtempSync(join(process.cwd(), '.hub-bench-')));

try {
  if (values.only !== 'acceptance') await benchCaseload();
  if (values.only !== 'caseload' && !values.fill) await measureAcceptance(directory, Number(values.seconds), say);
} finally {
  if (values.keep === undefined) rmSync(directory, { recursive: true });
}

async function benchCaseload(): Promise<void> {
  const small = await keptCaseload(directory, Number(values.small), say);
  const large = await keptCaseload(directory, Number(values.clients), say);
  if (values.fill) return;
  const issuer = await startIssuer();
  try {
    for (const { clients, gigabytes } of [small, large]) say(`${clients} clients: ${gigabytes.toFixed(2)} GB`);
    const [one, other] = await measureCaseloads([small, large], issuer, say);
    if (one && other) reportCaseload(one, other, say);
  } finally {
    issuer.close();
  }
}
