import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../src/access/types.js';
import { openEventBus, type EventBus } from '../../src/event/bus.js';
import type { Feed } from '../../src/event/feed.js';
import { openEventRing } from '../../src/event/ring.js';
import type { HubEvent } from '../../src/store/documents/event-slot.js';
import type { Store } from '../../src/store/port.js';
import { engines, type Place } from '../store/engines.js';

const event = (about: string): HubEvent => ({ kind: 'TASK_RAISED', about, organisation: 'O' as OrganisationId });

describe.each(engines)('hub processes that share a store on $engine', ({ newPlace, gaps }) => {
  let place: Place;
  let store: Store;
  const buses: EventBus[] = [];
  const faults: unknown[] = [];
  const report = (error: unknown): void => void faults.push(error);
  /** One process's bus: it shares nothing with the others but the store. */
  const newProcess = async (slots = 4_096): Promise<EventBus> => {
    const bus = await openEventBus(report, openEventRing({ store, pollMs: 2, slots, report }));
    buses.push(bus);
    return bus;
  };
  beforeEach(async () => {
    place = newPlace();
    store = await place.open();
  });
  afterEach(async () => {
    await Promise.all(buses.splice(0).map((bus) => bus.close()));
    await store.close();
    await place.remove();
    expect(faults.splice(0)).toEqual([]);
  });
  const take = async (feed: Feed, count: number): Promise<readonly string[]> => {
    const seen: string[] = [];
    while (seen.length < count) seen.push(((await feed.next()).value as HubEvent).about);
    return seen;
  };

  test('what happens in one reaches the subscribers of all, its own included, once', async () => {
    const [one, two, three] = [await newProcess(), await newProcess(), await newProcess()];
    const feeds = [one, two, three].map((bus) => bus.feed(() => true));
    await one.emit(event('a'));
    await two.emit(event('b'));
    for (const feed of feeds) expect([...(await take(feed, 2))].sort()).toEqual(['a', 'b']);
    await three.emit(event('last'));
    for (const feed of feeds) expect(await take(feed, 1)).toEqual(['last']);
  });

  test('a process that starts later is told what happens from then on, and nothing of before', async () => {
    const one = await newProcess();
    await one.emit(event('before'));
    const two = await newProcess();
    const feed = two.feed(() => true);
    await one.emit(event('after'));
    expect(await take(feed, 1)).toEqual(['after']);
  });

  // One that has no atomic replace lets two write one slot.
  const testRace = gaps.includes('atomic replace') ? test.skip : test;
  testRace('many that write at the same moment lose nothing and repeat nothing, though the ring is small', async () => {
    const all = await Promise.all([newProcess(64), newProcess(64), newProcess(64)]);
    const feeds = all.map((bus) => bus.feed(() => true));
    // In rounds, so that no reader is further behind than the ring is long.
    for (let round = 0; round < 12; round += 1) {
      const names = Array.from({ length: 30 }, (_, index) => `${round}-${index}`);
      await Promise.all(names.map((name, index) => all[index % 3]!.emit(event(name))));
      for (const feed of feeds) expect([...(await take(feed, 30))].sort()).toEqual([...names].sort());
    }
    const slots = await store.collection('eventSlots').find({ index: 'sequence', where: {}, limit: 1000 });
    expect(slots.length).toBeLessThanOrEqual(64);
  });

  test('one that fell further behind than the ring is long says so, and goes on from there', async () => {
    const one = await newProcess(8);
    const seen: string[] = [];
    let lost = 0;
    const late = await openEventRing({ store, pollMs: 60_000, slots: 8, report })({
      deliver: ({ about }) => void seen.push(about),
      onLost: () => void (lost += 1),
    });
    for (let index = 0; index < 5; index += 1) await one.emit(event(String(index)));
    await late.look();
    expect({ seen: seen.splice(0), lost }).toEqual({ seen: ['0', '1', '2', '3', '4'], lost: 0 });
    for (let index = 5; index < 25; index += 1) await one.emit(event(String(index)));
    await late.look();
    expect({ seen, lost }).toEqual({ seen: ['17', '18', '19', '20', '21', '22', '23', '24'], lost: 1 });
    await late.stop();
  });
});
