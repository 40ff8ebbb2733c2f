import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/package-root.js';
import { startHub, type HubOptions } from './hub.js';
import { nobodySpecial } from './people.js';
import { clockAt, must, policySince } from './programmes/case-work.js';

let folder: string;
let dataDirectory: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-removed-'));
  dataDirectory = await mkdtemp(join(tmpdir(), 'hub-removed-data-'));
  await cp(fileURLToPath(new URL('programmes/', packageRoot)), folder, { recursive: true });
});
afterAll(async () => {
  for (const each of [folder, dataDirectory]) await rm(each, { recursive: true, force: true });
});

const options = (): HubOptions => ({
  clock: clockAt('2019-03-04'),
  dataDirectory,
  people: { P1: { person: nobodySpecial(1) }, P2: { person: nobodySpecial(2) } },
  change: (settings) => ({ ...policySince('2018-01-01')(settings), programmes: folder }),
});

test('a hub does not start without the file of a version that cases are on, and says which and how many', async () => {
  const hub = await startHub(options());
  const coach = hub.as('work-and-health-coach');
  for (const name of ['P1', 'P2']) {
    const input = { programme: 'scotland-health-and-work-support', stream: 'WORKING_HEALTH_SERVICES', area: 'DUNDEE' };
    const { id } = await must(coach, 'openCase', { client: await hub.idFor('provider', name), ...input });
    if (name === 'P2') await must(coach, 'dischargeCase', { case: id, reason: 'MOVED' });
  }
  await hub.close();

  const gone = join(folder, 'scotland-health-and-work-support.2018-06-01.yaml');
  await rm(gone);
  await expect(startHub(options())).rejects.toThrow(
    'Cases are on versions of programmes that are not there:\n' +
      '  - scotland-health-and-work-support.2018-06-01.yaml: 1 open, 1 ended. A case keeps the version that it began under: put the file back.',
  );

  await cp(fileURLToPath(new URL('programmes/scotland-health-and-work-support.2018-06-01.yaml', packageRoot)), gone);
  await (await startHub(options())).close();
});
