import { afterEach, describe, expect, test } from '@jest/globals';
import { createOutbox } from '../../src/referral/outbox.js';
import type { Store } from '../../src/store/port.js';
import { engines } from '../store/engines.js';
import { waitingReferral } from './waiting-referral.js';

describe.each(engines)('$engine: two hubs on one store', ({ engine, newPlace }) => {
  const place = newPlace();
  const open: Store[] = [];
  afterEach(async () => {
    await Promise.all([...new Set(open)].map((store) => store.close()));
    await place.remove();
  });

  test('share one outbox: every message is sent, each by one of them, in its order', async () => {
    const now = Date.UTC(2026, 0, 5, 9);
    // A data directory serves one process: there the two share its store, and nothing else.
    const first = await place.open();
    open.push(first, engine === 'SQLite' ? first : await place.open());
    const all = Array.from({ length: 120 }, (_, index) => waitingReferral(`shared-${index}`, now));
    await open[0]!.collection('referrals').insertMany(all);
    const sent: { holder: string; message: string }[] = [];
    const hubs = open.map((store, index) =>
      createOutbox({
        store,
        send: async (referral, entry) => {
          sent.push({ holder: `hub-${index}`, message: `${referral.id} ${entry.kind}` });
          await new Promise((resolve) => setImmediate(resolve));
          return { kind: 'delivered' };
        },
        giveUp: () => Promise.reject(new Error('nothing is given up here')),
        holder: `hub-${index}`,
        now: () => now,
        random: Math.random,
        report: () => undefined,
      }),
    );
    const work = async (hub: (typeof hubs)[number]) => {
      for (let idle = 0; idle < 3;) idle = (await hub.deliverDue()) === 0 ? idle + 1 : 0;
    };
    await Promise.all(hubs.map(work));
    const wanted = all.flatMap(({ id, outbox }) => outbox.map(({ kind }) => `${id} ${kind}`));
    expect(sent.map(({ message }) => message).sort()).toEqual([...wanted].sort());
    expect(new Set(sent.map(({ holder }) => holder)).size).toBe(2);
    for (const { id, outbox } of all) {
      const order = sent.filter(({ message }) => message.startsWith(id)).map(({ message }) => message.split(' ')[1]);
      expect(order).toEqual(outbox.map(({ kind }) => kind));
    }
  });
});
