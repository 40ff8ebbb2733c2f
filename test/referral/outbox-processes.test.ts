/**
 * Two real processes on one store, one of them killed with SIGKILL again and again, and a receiver that loses answers, refuses
 * and dies meanwhile. Nothing is lost, nothing takes effect twice, and each referral's messages take effect in their order.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { replies } from '../../adapters/nhs-bars/replies.js';
import { createBarsReceiver, ReceiverDied, type BarsReceiver } from '../../adapters/nhs-bars/sandbox-receiver.js';
import { createRandom } from '../../src/demo/random.js';
import { engines } from '../store/engines.js';
import { waitingReferral } from './waiting-referral.js';

const child = fileURLToPath(new URL('./delivering-hub.js', import.meta.url));
const referrals = 400;
const killsWanted = Number(process.env['KILL_ROUNDS'] ?? 12);

/** A receiver behind HTTP, and how often it did not behave. */
async function startReceiver(receiver: BarsReceiver) {
  const random = createRandom(20_261_126);
  let faults = 0;
  const hurt = (share: number): boolean => {
    const hit = random.next() < share;
    if (hit) faults += 1;
    return hit;
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = (name: string): string | undefined => request.headers[name] as string | undefined;
      const ids = { requestId: one('x-request-id'), correlationId: one('x-correlation-id') };
      if (hurt(0.1)) return void request.socket.destroy();
      if (hurt(0.05)) receiver.crashNext();
      try {
        const reply = hurt(0.1)
          ? replies(ids)(503, 'REC_UNAVAILABLE', 'transient', '')
          : request.method === 'GET'
            ? receiver.read(request.url?.split('/').at(-1) ?? '', ids)
            : receiver.process({ ...ids, body: JSON.parse(Buffer.concat(chunks).toString()) as unknown });
        // The message took effect, and nobody hears of it.
        if (hurt(0.1)) return void request.socket.destroy();
        response.writeHead(reply.status, reply.headers).end(JSON.stringify(reply.body));
      } catch (error) {
        if (!(error instanceof ReceiverDied)) throw error;
        request.socket.destroy();
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults: () => faults,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe.each(engines)('$engine', ({ newPlace }) => {
  test('two processes share one outbox, and kill -9 of one of them costs nothing and repeats nothing', async () => {
    const place = newPlace();
    const receiver = createBarsReceiver('PROCESS');
    const http = await startReceiver(receiver);
    const all = Array.from({ length: referrals }, (_, index) => waitingReferral(`processes-${index}`, Date.now()));
    const filling = await place.open();
    await filling.collection('referrals').insertMany(all);
    await filling.close();
    const wanted = new Map(all.map(({ id, outbox }) => [id, outbox.map(({ kind }) => kind)]));
    const done = (): number =>
      [...wanted].filter(([id, kinds]) => receiver.referrals.get(id)?.effects.length === kinds.length).length;

    let started = 0;
    const start = (): ChildProcess => {
      started += 1;
      return spawn(process.execPath, [child, JSON.stringify(place.settings), http.url, `hub-${started}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
    };
    let [running, other] = [start(), start()];
    let kills = 0;
    // Each death falls somewhere into the work: after so many more effects, whatever step that is.
    const random = createRandom(7);
    const effects = (): number => [...receiver.referrals.values()].reduce((sum, each) => sum + each.effects.length, 0);
    const total = [...wanted.values()].flat().length;
    while (kills < killsWanted && effects() < total) {
      const before = effects();
      const until = Math.min(total, before + 1 + Math.floor((random.next() * total) / killsWanted));
      while (effects() < until) await new Promise((resolve) => setTimeout(resolve, 5));
      const victim = random.next() < 0.5 ? running : other;
      victim.kill('SIGKILL');
      await once(victim, 'close');
      kills += 1;
      if (victim === running) running = start();
      else other = start();
    }
    while (done() < wanted.size) await new Promise((resolve) => setTimeout(resolve, 20));
    // What took effect is written down too, once the last lease has ended.
    const isSettled = async (): Promise<boolean> => {
      for (const each of [running, other]) {
        each.kill('SIGKILL');
        await once(each, 'close');
      }
      const store = await place.open();
      const found = await store.collection('referrals').getMany([...wanted.keys()]);
      await store.close();
      const settled = found.every(({ outbox }) => outbox.every(({ state }) => state === 'DELIVERED'));
      if (!settled) [running, other] = [start(), start()];
      return settled;
    };
    while (!(await isSettled())) await new Promise((resolve) => setTimeout(resolve, 2_000));

    expect(Object.fromEntries([...receiver.referrals].map(([id, { effects: of }]) => [id, of]))).toEqual(
      Object.fromEntries(wanted),
    );
    expect(kills).toBeGreaterThanOrEqual(5);
    expect(http.faults()).toBeGreaterThan(100);
    http.close();
    await place.remove();
  }, 300_000);
});
