/** A disk that is really full: a hub whose files may not grow any more. Nothing is shown without a record, nothing acknowledged is lost. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { personas } from '../../src/demo/personas.js';
import { createCaller, type Answer, type Caller } from '../acceptance/caller.js';
import { runToEnd } from '../acceptance/hub-process.js';
import { programmesWithEverything, type Known } from './every-mutation.js';

const child = fileURLToPath(new URL('./mutating-hub.js', import.meta.url));
const verifyCommand = fileURLToPath(new URL('../../src/audit/verify-command.js', import.meta.url));
let dataDirectory: string;
let programmes: string;
beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'hub-full-disk-'));
  programmes = await programmesWithEverything();
});
/** Whatever a failed test left running ends with it. */
const started: ChildProcess[] = [];
afterAll(async () => {
  for (const each of started) each.kill('SIGKILL');
  for (const folder of [dataDirectory, programmes]) await rm(folder, { recursive: true, force: true });
});

interface Running {
  readonly url: string;
  readonly known: Known;
  readonly coach: Caller;
  kill(): Promise<void>;
}

/** @param kibibytes What no file of the process may grow beyond: its writes then fail, as on a full disk (EFBIG for ENOSPC). */
async function start(kibibytes?: number): Promise<Running> {
  const limit = kibibytes === undefined ? '' : `trap '' XFSZ; ulimit -f ${kibibytes}; `;
  const running: ChildProcess = spawn(
    'bash',
    ['-c', `${limit}exec "$@"`, 'bash', process.execPath, child, dataDirectory, programmes, '1'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  started.push(running);
  let printed = '';
  running.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  while (!printed.includes('\n')) {
    if (running.exitCode !== null) throw new Error(`it ended with ${running.exitCode}`);
    await pause(20);
  }
  const { url, issuer, audience, known } = JSON.parse(printed) as {
    url: string;
    issuer: string;
    audience: string;
    known: readonly Known[];
  };
  const jwk = JSON.parse(await readFile(join(dataDirectory, 'demo', 'issuer-key.json'), 'utf8')) as JsonWebKey;
  const { subject, ...claims } = personas['work-and-health-coach'].claims;
  const seconds = Date.parse('2019-09-02T00:00:00Z') / 1_000;
  const token = new SignJWT({
    iss: issuer,
    aud: audience,
    sub: subject,
    iat: seconds,
    exp: seconds + 48 * 3_600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'demo', typ: 'at+jwt' })
    .sign(createPrivateKey({ key: jwk, format: 'jwk' }));
  return {
    url,
    known: known[0]!,
    coach: createCaller(url, () => token),
    async kill() {
      const closed = once(running, 'close');
      running.kill('SIGKILL');
      await closed;
    },
  };
}

const record = ({ coach, known }: Running, key: string): Promise<Answer> =>
  coach.record({
    idempotencyKey: key,
    client: known['provider'],
    categories: ['SUPPORT'],
    recipients: [{ audience: 'CLINICIAN' }],
    purposes: ['DIRECT_CARE'],
    evidence: { method: 'SPOKEN', wording: 'x'.repeat(1_000) },
  });
const look = ({ coach, known }: Running): Promise<Answer> =>
  coach.query('query($n: NHSNumber!) { client(by: { nhsNumber: $n }) { support { __typename } } }', {
    n: known['nhsNumber'],
  });
const codeOf = ({ errors }: Answer): string | undefined => errors?.[0]?.extensions.code;
const idOf = ({ data }: Answer): string => data.recordConsent.consent.id as string;

test('the hub refuses whole, says that it is its own fault, and goes on when there is room', async () => {
  await (await start()).kill();
  const sizes = await Promise.all(
    (await readdir(dataDirectory)).map(async (name) => (await stat(join(dataDirectory, name))).size),
  );
  const full = await start(Math.ceil(Math.max(...sizes) / 1_024) + 400);
  const told = new Map<string, string>();
  const refused: string[] = [];
  // Until nothing has been taken for a while: moving the log into the file makes room once or twice.
  for (let number = 0, inARow = 0; inARow < 30; number += 1) {
    const key = `full-disk-${number}`;
    const answer = await record(full, key);
    if (answer.data === null) {
      expect(['STORE_UNAVAILABLE', 'LEDGER_UNAVAILABLE']).toContain(codeOf(answer));
      expect(answer.errors?.[0]?.extensions.owner).toBe('HUB');
      refused.push(key);
      inARow += 1;
    } else {
      told.set(key, idOf(answer));
      inARow = 0;
    }
    if (number > 5_000) throw new Error('it is never full');
  }
  expect(told.size).toBeGreaterThan(10);
  for (let turn = 0; turn < 3; turn += 1) {
    const answer = await look(full);
    // Whichever it was about to write first: its own records of the request, or the ledger's.
    expect(answer.data).toBeNull();
    expect(['LEDGER_UNAVAILABLE', 'STORE_UNAVAILABLE']).toContain(codeOf(answer));
  }
  const ready = await fetch(`${full.url}/health/ready`);
  expect(ready.status).toBe(503);
  expect((await fetch(`${full.url}/health/live`)).status).toBe(200);
  await full.kill();

  const again = await start();
  try {
    expect((await look(again)).data.client.support.__typename).toBeDefined();
    for (const [key, id] of told) expect(idOf(await record(again, key))).toBe(id);
    for (const key of refused) expect(idOf(await record(again, key))).toMatch(/^[\w-]{32}$/);
  } finally {
    await again.kill();
  }
  const { code, out, err } = await runToEnd(verifyCommand, { arguments: ['--data-dir', dataDirectory] });
  expect([code, out + err]).toEqual([0, expect.stringMatching(/^ledger: verified/)]);
}, 180_000);
