import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createProviderCsv } from '../../../adapters/provider-csv/index.js';
import { parseFile } from '../../../adapters/provider-csv/parse.js';
import { dropSandboxFiles } from '../../../adapters/provider-csv/sandbox.js';
import { providerCsvSettings } from '../../../adapters/provider-csv/settings.js';
import { createPopulation } from '../../../src/demo/population.js';
import { openGround, storedRows } from './ground.js';

const limits = { maxRows: 100_000, today: new Date().toISOString().slice(0, 10) };

test('the made-up population comes through its own file, and the faulty one is refused for three reasons', async () => {
  const ground = await openGround();
  const folder = join(ground.directory, 'drop');
  await dropSandboxFiles(folder, createPopulation(), limits.today);
  expect(await parseFile(await readFile(join(folder, 'clients-faulty.csv')), limits)).toMatchObject({
    kind: 'refused',
    faults: [{ column: 'nhs_number' }, { column: 'updated_on' }, { column: 'case_status' }],
  });
  const adapter = createProviderCsv(ground, (error) => {
    throw error;
  });
  const settings = providerCsvSettings.parse({ folder, organisation: 'BRIGHTWAY', provider: 'brightway', pollMs: 20 });
  const connection = await adapter.connect(settings, { now: Date.now, onCall: () => undefined });
  while ((await ground.store.collection('providerFiles').find({ index: 'id', where: {}, limit: 2 })).length < 2) {
    await setTimeout(20);
  }
  await connection.close();
  expect((await storedRows(ground)).length).toBeGreaterThan(0);
  await ground.remove();
});
