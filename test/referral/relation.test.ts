import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ClientId } from '../../src/access/types.js';
import { createClockWatch } from '../../src/referral/clock-watch.js';
import { never } from '../../src/referral/clocks.js';
import type { ReferralDocument } from '../../src/referral/document.js';
import { createRelationSettling, type Relation, type RelationState } from '../../src/referral/relation.js';
import { newDirectory } from '../store/engines.js';
import { organisation, referral } from '../store/samples.js';
import type { Store } from '../../src/store/port.js';

const at = '2026-11-02T09:00:00.000Z';
let place: ReturnType<typeof newDirectory>;
let store: Store;
const noOffers = { close: () => Promise.reject(new Error('no place was offered')) };
beforeEach(async () => {
  place = newDirectory();
  store = await place.open();
});
afterEach(async () => {
  await store.close();
  await place.remove();
});

/** A referral whose move was stored, by a process that died before it did what was due about the relation. */
const left = (id: string, relation: RelationState): Omit<ReferralDocument, 'version'> => ({
  ...referral(id, 'a'),
  clientId: `client-${id}` as ClientId,
  targetOrganisation: organisation('HARBOUR'),
  relation,
  clocks: [],
  nextClockAt: at,
});

test('what a crash left to be done about a relation is done by the watch over the clocks, once', async () => {
  const done: string[] = [];
  const note =
    (what: string) =>
    ({ organisation: who, clientId }: Relation): Promise<void> =>
      Promise.resolve(void done.push(`${what} ${who} ${clientId}`));
  const watch = createClockWatch({
    store,
    relations: { begin: note('begin'), end: note('end') },
    offers: noOffers,
    raise: () => Promise.reject(new Error('no clock ran out')),
    emit: () => Promise.resolve(),
    now: () => Date.parse(at) + 1,
  });
  await store.collection('referrals').insertMany([left('one', 'BEGIN_DUE'), left('two', 'END_DUE')]);
  await watch.watchDue();
  await watch.watchDue();
  expect(done.sort()).toEqual(['begin HARBOUR client-one', 'end HARBOUR client-two']);
  const [one, two] = await store.collection('referrals').getMany(['one', 'two']);
  expect([one, two].map((each) => [each?.relation, each?.nextClockAt])).toEqual([
    ['HELD', never],
    ['ENDED', never],
  ]);
});

test('a referral that ends while its relation is being begun leaves none behind', async () => {
  const referrals = store.collection('referrals');
  const held = new Set<string>();
  const end = (relation: Relation): Promise<void> => Promise.resolve(void held.delete(relation.referral));
  const begun = await referrals.insert(left('three', 'BEGIN_DUE'));
  const settle = createRelationSettling({
    store,
    relations: {
      async begin(relation) {
        if (held.size === 0) {
          // Somebody else ends it in this moment, and finds nothing to end.
          const { version, ...kept } = begun;
          await createRelationSettling({ store, relations: { begin: () => Promise.resolve(), end }, offers: noOffers })(
            await referrals.replace({ ...kept, relation: 'END_DUE' }, version),
          );
        }
        held.add(relation.referral);
      },
      end,
    },
    offers: noOffers,
  });
  expect((await settle(begun)).relation).toBe('ENDED');
  expect(held).toEqual(new Set());
});
