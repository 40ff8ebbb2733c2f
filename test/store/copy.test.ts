import { afterEach, describe, expect, test } from '@jest/globals';
import { copyStore } from '../../src/store/copy.js';
import type { CopiedCollection } from '../../src/store/copy.js';
import { connectMongo, wireFor } from '../../src/store/mongo.js';
import type { Wire } from '../../src/store/mongo-collection.js';
import type { Store } from '../../src/store/port.js';
import { engines, newDirectory } from './engines.js';
import { consent, ledgerRecord, relationship } from './samples.js';

const mongo = engines.filter(({ engine }) => engine === 'MongoDB');

// Without a server there is nothing to copy to; describe.each refuses an empty table.
(mongo.length > 0 ? describe.each(mongo) : describe.skip.each([{ newPlace: newDirectory }]))(
  'an embedded store, copied to MongoDB',
  ({ newPlace }) => {
    const closing: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close();
    });

    async function newSource(): Promise<Store> {
      const place = newDirectory();
      const store = await place.open();
      closing.push(place.remove, () => store.close());
      await store
        .collection('ledger')
        .insertMany(Array.from({ length: 700 }, (_, at) => ledgerRecord('w', at + 1, 'é')));
      await store.collection('consents').insert(consent('c', 1, 'a'));
      const first = await store.collection('relationships').insert(relationship('o', 'a'));
      await store.collection('relationships').replace({ ...first, until: '2026-02-01T00:00:00Z' }, 1);
      return store;
    }

    async function newTarget(): Promise<{ wireOf: (name: string) => Wire; open: () => Promise<Store> }> {
      const place = newPlace();
      const connection = await connectMongo('mongodbUri' in place.settings ? place.settings.mongodbUri : '');
      closing.push(place.remove, () => connection.close());
      return { wireOf: (name) => wireFor(connection, name), open: place.open };
    }

    async function copied(source: Store, wireOf: (name: string) => Wire): Promise<Record<string, CopiedCollection>> {
      const collections: Record<string, CopiedCollection> = {};
      for await (const each of copyStore(source, wireOf)) collections[each.collection] = each;
      return collections;
    }

    test('is the same store, versions included', async () => {
      const [source, target] = [await newSource(), await newTarget()];
      expect(await copied(source, target.wireOf)).toMatchObject({
        ledger: { documents: 700, copied: 700 },
        consents: { documents: 1, copied: 1 },
        relationships: { documents: 1, copied: 1 },
        clients: { documents: 0, copied: 0 },
      });
      const there = await target.open();
      closing.push(() => there.close());
      expect(await there.collection('relationships').get('o:a')).toMatchObject({
        version: 2,
        until: '2026-02-01T00:00:00Z',
      });
      expect(await there.collection('ledger').get('w:512')).toEqual(await source.collection('ledger').get('w:512'));
    });

    test('goes on where an earlier run was interrupted', async () => {
      const [source, target] = [await newSource(), await newTarget()];
      await copied(source, target.wireOf);
      const ledger = target.wireOf('ledger');
      const ids = (await ledger.find().sort({ _id: 1 }).lean()).map(({ _id }) => _id);
      await ledger.deleteMany({ _id: { $in: ids.slice(600) } });
      expect((await copied(source, target.wireOf))['ledger']).toMatchObject({ documents: 700, copied: 100 });
      expect((await copied(source, target.wireOf))['ledger']).toMatchObject({ documents: 700, copied: 0 });
    });

    test('is refused where the target holds something else', async () => {
      const [source, target] = [await newSource(), await newTarget()];
      await copied(source, target.wireOf);
      await target.wireOf('ledger').updateOne({ _id: 'w:1' }, { $set: { policyVersion: 'other' } });
      await expect(copied(source, target.wireOf)).rejects.toThrow('ledger differs: 700 documents here, 700 there');
    });
  },
);
