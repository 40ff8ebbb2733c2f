/**
 * `HUB_CONFIG=hub.yaml npm run -s enrol -- roster.jsonl`: makes a roster's people known to a configured hub. Who works with whom is
 * the operator's word, not a caller's: nobody can claim a relationship through the API.
 */
import { readFile } from 'node:fs/promises';
import { readSettingsFile } from '../config.js';
import { openEvents } from '../event/open.js';
import { bringToFormat } from '../migration/store-format.js';
import { openStore } from '../store/open.js';
import type { OrganisationId } from '../access/types.js';
import { createTaskDesk } from '../task/desk.js';
import { createDirectory } from './directory.js';
import { createKeyring } from './keyring.js';
import { createLinks } from './links.js';
import { createMatchDesk } from './matching/desk.js';
import { createLinkMatch } from './matching/link.js';
import { parseMatchModel } from './matching/model.js';
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
  const keyring = createKeyring(settings.keys, settings.lookupKey);
  const store = await openStore(settings.store);
  const events = await openEvents(settings.store, store, () => {
    process.stderr.write('A task could not be announced to the hubs that run; it stands in its queue all the same.\n');
  });
  try {
    await bringToFormat(store, keyring, Date.now);
    const directory = createDirectory({
      store,
      keyring,
      pairwiseIds: createPairwiseIds(keyring.derive('pairwise-ids')),
    });
    const operator = settings.operator as OrganisationId;
    const matches = createMatchDesk({
      store,
      keyring,
      tasks: createTaskDesk({ store, keyring, emit: events.emit, now: Date.now }),
      model: parseMatchModel(await readFile(settings.policies.matching, 'utf8')),
      operator,
      link: createLinkMatch({
        directory,
        links: createLinks({ store, keyring, subjectOf: directory.subjectOf, now: Date.now }),
      }),
      now: Date.now,
    });
    const { enrolled, toMatch } = await enrolRoster({ directory, matches }, people, { operator, now: Date.now });
    const waiting = `; for ${toMatch} without a valid NHS number the hub will search PDS, and a reviewer decides`;
    return `${enrolled} people are enrolled${toMatch > 0 ? waiting : ''}`;
  } finally {
    await events.close();
    await store.close();
  }
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
