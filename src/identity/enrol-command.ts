/**
 * `HUB_CONFIG=hub.yaml npm run -s enrol -- roster.jsonl`: makes a roster's people known to a configured hub. Who works with whom is
 * the operator's word, not a caller's: nobody can claim a relationship through the API.
 */
import { readFile } from 'node:fs/promises';
import { readSettingsFile } from '../config.js';
import { openStore } from '../store/open.js';
import { createDirectory } from './directory.js';
import { createKeyring } from './keyring.js';
import { createPairwiseIds } from './pairwise-id.js';
import { enrolRoster, parseRoster } from './roster.js';

async function run(): Promise<string> {
  const [path, ...rest] = process.argv.slice(2);
  const configuration = process.env['HUB_CONFIG'];
  if (path === undefined || rest.length > 0 || configuration === undefined) {
    throw new Error('Usage: HUB_CONFIG=hub.yaml npm run -s enrol -- roster.jsonl');
  }
  const people = parseRoster(await readFile(path, 'utf8'));
  const settings = readSettingsFile(configuration, process.env);
  const keyring = createKeyring(settings.keys);
  const store = await openStore(settings.store);
  try {
    const directory = createDirectory({
      store,
      keyring,
      pairwiseIds: createPairwiseIds(keyring.derive('pairwise-ids')),
    });
    await enrolRoster(directory, people, Date.now);
  } finally {
    await store.close();
  }
  return `${people.length} people are enrolled`;
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
