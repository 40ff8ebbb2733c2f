import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { createClock, startHub, type Claims, type TestHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { review } from '../task/new-task.js';
import { subscribe, subscribeWith, transports, untilListening, type Subscriber } from './subscriber.js';

let hub: TestHub;
const clock = createClock();
const officer: Claims = {
  sub: 'officer-byrne',
  organisation: 'Y90001',
  role: 'PRIVACY_OFFICER',
  purpose: 'PRIVACY_AUDIT',
};
beforeAll(async () => {
  hub = await startHub({
    clock,
    people: { AMINA: { person: nobodySpecial(1) }, ELSEWHERE: { person: nobodySpecial(2), with: ['jobcentre'] } },
    change: (settings) => ({ ...settings, limits: { ...settings.limits, subscriptions: 3 } }),
  });
});
const open: Subscriber[] = [];
const opened = (subscriber: Subscriber): Subscriber => {
  open.push(subscriber);
  return subscriber;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((subscriber) => subscriber.end()));
  await untilListening(hub, 0);
});
afterAll(() => hub.close());

const raise = async (key: string, name?: string) =>
  hub.demo.hub.services.tasks.raise(
    review(key, { now: clock.now(), ...(name !== undefined && { clientId: await hub.clientId(name) }) }),
  );
const raised = `subscription Raised { taskRaised { id kind client { id } details { __typename
  ... on EmergencyAccessReview { openedBy note } ... on Withheld { reason } } } }`;
let keys = 0;
const newKey = (): string => `event-${(keys += 1)}`;

describe.each(transports)('over %s', (transport) => {
  test('a subscriber is told of a task in their queue as the queue itself would tell it, and it is recorded', async () => {
    const subscriber = opened(await subscribe(hub, transport, 'privacy-officer', raised));
    const before = (await hub.ledger()).length;
    await raise(newKey(), 'AMINA');
    const result = await subscriber.next();
    expect(result?.data.taskRaised).toMatchObject({
      kind: 'EMERGENCY_ACCESS_REVIEW',
      client: { id: await hub.idFor('practice', 'AMINA') },
      details: { openedBy: 'dr-okafor', note: 'Found collapsed in the waiting room.' },
    });
    const records = (await hub.ledger()).slice(before);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      clientId: await hub.clientId('AMINA'),
      operation: { name: 'Raised' },
      viewer: { subject: 'officer-byrne' },
      lines: [{ section: 'Task.details', category: 'ACCESS_HISTORY', outcome: 'PERMITTED' }],
    });
  });

  test('events come in their order, none lost and none twice, from the moment of subscribing', async () => {
    const subscriber = opened(await subscribe(hub, transport, 'privacy-officer', 'subscription { taskRaised { id } }'));
    const expected: string[] = [];
    for (let index = 0; index < 40; index += 1) {
      const { id, organisation } = await raise(newKey());
      expected.push(hub.demo.hub.services.pairwiseIds.encode(organisation, 'task', id));
    }
    const seen: string[] = [];
    while (seen.length < expected.length) seen.push((await subscriber.next())?.data.taskRaised.id as string);
    expect(seen).toEqual(expected);
  });

  test('another part and another organisation are told nothing', async () => {
    const others = [
      opened(await subscribe(hub, transport, 'clinician', 'subscription { taskRaised { id organisation } }')),
      opened(await subscribe(hub, transport, 'work-coach', 'subscription { taskRaised { id organisation } }')),
    ];
    await raise(newKey(), 'AMINA');
    const manager = { organisation: review('', { now: 0 }).owner.organisation, audience: 'CLINICIAN' } as const;
    await hub.demo.hub.services.tasks.raise({ ...review(newKey(), { now: clock.now() }), owner: manager });
    expect((await others[0]!.next())?.data.taskRaised.organisation).toBe('Y90001');
    await hub.demo.hub.services.tasks.raise({
      ...review(newKey(), { now: clock.now() }),
      owner: { organisation: 'DWP-NORTHGATE' as never, audience: 'WORK_COACH' },
    });
    expect((await others[1]!.next())?.data.taskRaised.organisation).toBe('DWP-NORTHGATE');
  });

  test('what is decided is decided when an event is delivered: a relationship that ended meanwhile shows no client', async () => {
    const subscriber = opened(await subscribe(hub, transport, 'privacy-officer', raised));
    const relationships = hub.demo.hub.store.collection('relationships');
    const { version, ...relation } = (await relationships.get(`Y90001:${await hub.clientId('AMINA')}`))!;
    const ended = await relationships.replace({ ...relation, until: '2026-11-01T00:00:00.000Z' }, version);
    try {
      await raise(newKey(), 'AMINA');
      expect((await subscriber.next())?.data.taskRaised).toMatchObject({ client: null });
    } finally {
      await relationships.replace(relation, ended.version);
    }
    await raise(newKey(), 'AMINA');
    expect((await subscriber.next())?.data.taskRaised.client).not.toBeNull();
  });

  test('a task that was completed before its event was delivered is not told of', async () => {
    const done = await raise(newKey());
    const { services } = hub.demo.hub;
    const owner = { organisation: done.organisation, audience: done.audience, subject: 'x' };
    await services.tasks.complete(done.id, owner, 'JUSTIFIED');
    const subscriber = opened(await subscribe(hub, transport, 'privacy-officer', 'subscription { taskRaised { id } }'));
    await services.events.emit({
      kind: 'TASK_RAISED',
      about: done.id,
      organisation: done.organisation,
      audience: done.audience,
    });
    const next = await raise(newKey());
    expect((await subscriber.next())?.data.taskRaised.id).toBe(
      services.pairwiseIds.encode(next.organisation, 'task', next.id),
    );
  });

  test('an operation that breaks a limit, is no subscription, or asks what is not there, is refused by name', async () => {
    const faults = async (query: string) => {
      const subscriber = await subscribe(hub, transport, 'privacy-officer', query);
      const refused = await subscriber.next().then(
        (result) => JSON.stringify(result),
        (error: unknown) => JSON.stringify(error instanceof Error ? { message: error.message } : error),
      );
      await subscriber.end();
      return refused;
    };
    const deep = `subscription { taskRaised { ${'history { '.repeat(20)} at ${'} '.repeat(20)} } }`;
    for (const query of [
      '{ viewer { subject } }',
      'subscription { taskRaised { shoeSize } }',
      'subscription {',
      deep,
    ]) {
      const refused = await faults(query);
      if (transport === 'WebSocket') expect(refused).toMatch(/INVALID_OPERATION|TOO_COMPLEX/);
      else expect(refused).toMatch(/400/);
    }
    expect(hub.demo.hub.services.events.listeners()).toBe(0);
  });

  test('a caller has so many subscriptions and no more, until one ends', async () => {
    const subscribers = [];
    for (let index = 0; index < 3; index += 1) {
      subscribers.push(opened(await subscribe(hub, transport, 'privacy-officer', raised)));
    }
    const tooMany = await subscribe(hub, transport, 'privacy-officer', raised);
    await expect(tooMany.next().then((result) => Promise.reject(result as unknown as Error))).rejects.toBeDefined();
    await tooMany.end();
    opened(await subscribe(hub, transport, 'clinician', raised));
    await subscribers[0]!.end();
    await untilListening(hub, 3);
    opened(await subscribe(hub, transport, 'privacy-officer', raised));
    await untilListening(hub, 4);
  });

  test('a token that expires ends the subscription, whether or not anything happens', async () => {
    const seconds = Math.floor(clock.now() / 1000);
    const token = await hub.token({ ...officer, exp: seconds + 60 });
    const idle = await subscribeWith(hub, transport, token, raised);
    clock.forward(61_000);
    if (transport === 'WebSocket') {
      await expect(idle.next()).rejects.toMatchObject({ code: 4401 });
    } else {
      expect((await idle.next())?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect(await idle.next()).toBeUndefined();
    }
    await idle.end();
    await untilListening(hub, 0);
  });

  test('a bad token opens nothing', async () => {
    const expired = await hub.token({ ...officer, exp: Math.floor(clock.now() / 1000) - 3_600 });
    for (const token of [expired, 'no.token.atall']) {
      const subscriber = await subscribeWith(hub, transport, token, raised);
      await expect(subscriber.next()).rejects.toMatchObject(transport === 'WebSocket' ? { code: 4401 } : {});
      await subscriber.end();
    }
    expect(hub.demo.hub.services.events.listeners()).toBe(0);
  });
});

describe('a WebSocket', () => {
  const connect = (options: object = {}): WebSocket =>
    new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options);
  const closeOf = (socket: WebSocket): Promise<number> =>
    new Promise((resolve, reject) => {
      socket.once('close', resolve);
      socket.once('error', reject);
    });

  test('from another site’s page is refused before it opens; from the hub’s own page it is not', async () => {
    await expect(closeOf(connect({ origin: 'https://elsewhere.example' }))).rejects.toThrow('403');
    const own = connect({ origin: hub.url });
    await new Promise((resolve) => own.once('open', resolve));
    own.close();
  });

  test('that speaks another protocol, or comes to another path, is refused', async () => {
    const other = new WebSocket(`${hub.url.replace('http', 'ws')}/graphql`, 'graphql-ws');
    await expect(closeOf(other)).rejects.toThrow();
    const astray = new WebSocket(`${hub.url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws');
    await expect(closeOf(astray)).rejects.toThrow('404');
  });

  test('with a message larger than a request may be is closed', async () => {
    const socket = connect();
    socket.once('open', () => socket.send('x'.repeat(200_000)));
    expect(await closeOf(socket)).toBe(1009);
  });

  test('that subscribes before it signed in, or sends what is no message, is closed', async () => {
    const early = connect();
    early.once('open', () => early.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: raised } })));
    expect(await closeOf(early)).toBe(4401);
    const garbage = connect();
    garbage.once('open', () => garbage.send('{"type":'));
    expect(await closeOf(garbage)).toBe(4400);
    expect(hub.logged.filter(({ what }) => what === 'a WebSocket')).toEqual([]);
  });
});

test('a subscription sent as an ordinary request is told where to go', async () => {
  const { errors } = await hub.as('privacy-officer').query(raised);
  expect(errors?.[0]).toMatchObject({
    message: 'Subscriptions go over a WebSocket (graphql-transport-ws), or by POST with accept: text/event-stream.',
    extensions: { code: 'INVALID_OPERATION' },
  });
});

test('operators see how many subscriptions are open', async () => {
  opened(await subscribe(hub, 'WebSocket', 'privacy-officer', raised));
  expect(await (await fetch(`${hub.url}/metrics`)).text()).toContain('hub_subscriptions_open 1');
});
