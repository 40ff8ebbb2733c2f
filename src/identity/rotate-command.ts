/**
 * `HUB_CONFIG=hub.yaml npm run -s keys:rotate`: seals everything again under the newest key and moves lookups under the key that is written
 * now. Beside running hubs where the store is MongoDB; with the hub stopped where it is embedded. Run again if it was interrupted.
 */
import { readSettingsFile } from '../config.js';
import { bringToFormat } from '../migration/store-format.js';
import { openStore } from '../store/open.js';
import { createDirectory } from './directory.js';
import { createIdentifiers } from './identifiers.js';
import { createKeyring } from './keyring.js';
import { createPairwiseIds } from './pairwise-id.js';
import { rotateKeys } from './rotate.js';

async function run(): Promise<void> {
  const configuration = process.env['HUB_CONFIG'];
  if (configuration === undefined || process.argv.length > 2) {
    throw new Error('Usage: HUB_CONFIG=hub.yaml npm run -s keys:rotate');
  }
  const { keys, lookupKey, store: settings } = readSettingsFile(configuration, process.env);
  const keyring = createKeyring(keys, lookupKey);
  const store = await openStore(settings);
  try {
    await bringToFormat(store, keyring, Date.now);
    const pairwiseIds = createPairwiseIds(keyring.derive('pairwise-ids'));
    const { subjectOf } = createDirectory({ store, keyring, pairwiseIds });
    const identifiers = createIdentifiers({ store, keyring });
    for await (const { collection, documents, resealed, rekeyed, kept } of rotateKeys({
      store,
      keyring,
      identifiers,
      subjectOf,
    })) {
      if (documents > 0) {
        process.stdout.write(
          `keys: ${collection}: ${documents} read, ${resealed} sealed again, ${rekeyed} found anew` +
            (kept > 0 ? `, ${kept} stay under the key of their time: leave it in the ring\n` : '\n'),
        );
      }
    }
  } finally {
    await store.close();
  }
}

try {
  await run();
} catch (error) {
  process.stderr.write(`keys: not rotated: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
