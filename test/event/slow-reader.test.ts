import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { review } from '../task/new-task.js';
import { untilListening } from './subscriber.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ people: { AMINA: { person: nobodySpecial(1) } } });
});
afterAll(() => hub.close());

/** About 60 KB a result: a few hundred fill whatever the operating system holds between the two ends. */
const large = `subscription { taskRaised { ${Array.from({ length: 30 }, (_, index) => `d${index}: details { ... on EmergencyAccessReview { note } }`).join(' ')} } }`;

/** The same event many times, more than a feed holds; every thousand the hub's own work gets its turn. */
async function flood(): Promise<void> {
  const { services } = hub.demo.hub;
  const clientId = await hub.clientId('AMINA');
  const details = { ...review('flood', { now: Date.now() }).details, note: 'x'.repeat(2_000) };
  const { id, organisation, audience } = await services.tasks.raise({
    ...review('flood', { now: Date.now() }),
    clientId,
    details,
  });
  const event = { kind: 'TASK_RAISED', about: id, organisation, audience, clientId } as const;
  for (let index = 0; index < 15_000; index += 1) {
    await services.events.emit(event);
    if (index % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

test('a WebSocket whose reader takes nothing holds no more than a bounded feed, and is ended with the reason', async () => {
  const authorization = `Bearer ${await hub.as('privacy-officer').token()}`;
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await new Promise((resolve) => socket.once('open', resolve));
  const messages: { type: string; payload?: unknown }[] = [];
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as { type: string; payload?: { data?: unknown } };
    messages.push(message.payload?.data == null ? message : { type: message.type });
  });
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
  while (messages.length === 0) await turn();
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: large } }));
  await untilListening(hub, 1);
  socket.pause();

  const before = process.memoryUsage();
  await flood();
  await untilListening(hub, 0); // Ended by the hub, though its reader has taken nothing.
  const after = process.memoryUsage();
  // 15,000 results would be 900 MB.
  expect(after.rss - before.rss).toBeLessThan(300_000_000);

  socket.resume();
  while (!messages.some(({ type }) => type === 'complete')) await turn();
  const results = messages.filter(({ type }) => type === 'next');
  expect(results.at(-1)?.payload).toMatchObject({ data: null, errors: [{ extensions: { code: 'SLOW_READER' } }] });
  expect(results.length).toBeLessThan(5_000);
  socket.terminate();
});

test('so is an event stream', async () => {
  const authorization = `Bearer ${await hub.as('privacy-officer').token()}`;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(
      `${hub.url}/graphql`,
      {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', accept: 'text/event-stream' },
      },
      resolve,
    );
    sent.once('error', reject);
    sent.end(JSON.stringify({ query: large }));
  });
  expect(response.headers['content-type']).toContain('text/event-stream');
  await untilListening(hub, 1);
  await flood();
  await untilListening(hub, 0);
  let text = '';
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    text = (text + String(chunk)).slice(-2_000);
  }
  expect(text).toContain('"code":"SLOW_READER"');
  expect(text.trimEnd().endsWith('event: complete\ndata:')).toBe(true);
  expect(size).toBeLessThan(300_000_000);
});

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));
