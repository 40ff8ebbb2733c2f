import { describe, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../src/access/types.js';
import { openEventBus } from '../../src/event/bus.js';
import { createFeed, FeedEnded } from '../../src/event/feed.js';
import type { HubEvent } from '../../src/store/documents/event-slot.js';

const event = (about: string, organisation = 'O'): HubEvent => ({
  kind: 'TASK_RAISED',
  about,
  organisation: organisation as OrganisationId,
});
const nothing = (): void => undefined;

describe('a feed', () => {
  test('holds what comes before it is first read', async () => {
    const feed = createFeed(10, nothing);
    feed.offer(event('a'));
    feed.offer(event('b'));
    expect([(await feed.next()).value, (await feed.next()).value]).toEqual([event('a'), event('b')]);
  });

  test('ends a reader who is further behind than it holds, and lets go of everything it held', async () => {
    let ends = 0;
    const feed = createFeed(2, () => void (ends += 1));
    for (const about of ['a', 'b', 'c', 'd']) feed.offer(event(about));
    await expect(feed.next()).rejects.toEqual(new FeedEnded('SLOW_READER'));
    await expect(feed.next()).rejects.toMatchObject({ reason: 'SLOW_READER' });
    expect(ends).toBe(1);
  });

  test('that its reader ends also ends the wait for the next event', async () => {
    const feed = createFeed(2, nothing);
    const waiting = feed.next();
    await feed.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    feed.offer(event('a'));
    expect(await feed.next()).toEqual({ done: true, value: undefined });
  });
});

describe('the bus', () => {
  test('brings each event to every feed that wants it, and to no other', async () => {
    const bus = await openEventBus(nothing);
    const [ours, theirs] = ['O', 'P'].map((name) => bus.feed(({ organisation }) => organisation === name));
    await bus.emit(event('a', 'P'));
    await bus.emit(event('b', 'O'));
    expect((await ours!.next()).value).toEqual(event('b', 'O'));
    expect((await theirs!.next()).value).toEqual(event('a', 'P'));
    await ours!.return();
    expect(bus.listeners()).toBe(1);
  });

  test('that closes tells every feed so, later ones too', async () => {
    const bus = await openEventBus(nothing);
    const waiting = bus.feed(() => true).next();
    const closing = expect(waiting).rejects.toMatchObject({ reason: 'CLOSED' });
    await bus.close();
    await closing;
    await expect(bus.feed(() => true).next()).rejects.toMatchObject({ reason: 'CLOSED' });
  });
});
