import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { connect } from '../../src/store/sqlite-connection.js';
import type { Store } from '../../src/store/port.js';
import { newDirectory } from './engines.js';

const child = fileURLToPath(new URL('./writing-child.js', import.meta.url));
const rounds = Number(process.env['KILL_ROUNDS'] ?? 6);

/** Lets the child write for a random while, kills it in the act, and returns what it had acknowledged. */
async function writeAndKill(dataDirectory: string, round: number): Promise<readonly string[]> {
  const running = spawn(process.execPath, [child, dataDirectory, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  running.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(running.stdout, 'data');
  const kill = setTimeout(() => running.kill('SIGKILL'), 20 + Math.random() * 300);
  const [, signal] = (await once(running, 'close')) as [unknown, string];
  clearTimeout(kill);
  expect(signal).toBe('SIGKILL');
  // What is cut off in the middle of a line was not said.
  return Buffer.concat(chunks).toString().split('\n').slice(1, -1);
}

async function isThere(store: Store, acknowledged: string): Promise<boolean> {
  const batch = /^batch:(.+):(\d+)$/.exec(acknowledged);
  const version = /^version:(.+):(\d+)$/.exec(acknowledged);
  if (batch) {
    const [, writer = '', last = ''] = batch;
    const ids = Array.from({ length: 10 }, (_, at) => `${writer}:${Number(last) - at}`);
    return (await store.collection('ledger').getMany(ids)).length === 10;
  }
  if (version) {
    const [, id = '', least = ''] = version;
    return ((await store.collection('relationships').get(id))?.version ?? 0) >= Number(least);
  }
  return (await store.collection('ledger').get(acknowledged)) !== undefined;
}

test('kill -9 loses nothing that was acknowledged, and leaves no half batch', async () => {
  const place = newDirectory();
  const acknowledged: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    acknowledged.push(...(await writeAndKill(place.dataDirectory, round)));
    const store = await place.open();
    const lost: string[] = [];
    for (const each of acknowledged) if (!(await isThere(store, each))) lost.push(each);
    expect(lost).toEqual([]);
    const byWriter = await store.collection('ledger').countBy({ index: 'writer_sequence', where: {} }, 'writer');
    for (const [writer, count] of byWriter) if (String(writer).startsWith('batch')) expect(count % 10).toBe(0);
    await store.close();
    const connection = connect(join(place.dataDirectory, 'hub.sqlite'));
    expect(connection.all('PRAGMA integrity_check', [])).toEqual([['ok']]);
    connection.close();
  }
  expect(acknowledged.filter((each) => each.startsWith('single'))).not.toHaveLength(0);
  expect(acknowledged.filter((each) => each.startsWith('batch'))).not.toHaveLength(0);
  expect(acknowledged.filter((each) => each.startsWith('version'))).not.toHaveLength(0);
  await place.remove();
}, 120_000);
