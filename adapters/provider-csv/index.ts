import { defineAdapter, type AdapterDefinition, type PublishedAdapter } from '../contract.js';
import { openDropFolder } from './drop-folder.js';
import type { ProviderCsvGround } from './import.js';
import { createProviderCsvLoaders, type ProviderCsvLoaders } from './loaders.js';
import { source } from './mapper.js';
import type { ProviderCsvSettings } from './settings.js';
import { takeFile } from './take-file.js';

export type { DescribedClient, ProviderCsvGround } from './import.js';
export type { ProviderCsvLoaders } from './loaders.js';
export { providerCsvSettings, type ProviderCsvSettings } from './settings.js';

/** What is published of it, whatever ground it is built on. */
export const providerCsv = {
  name: source,
  owner: 'Employment support provider',
  specification: 'docs/guides/provider-csv.md',
  feeds: ['EMPLOYMENT_STATUS', 'WORK_STATUS', 'REFERRALS', 'SUPPORT', 'MEASURES'],
} as const satisfies PublishedAdapter;

/**
 * A provider that can do no more than drop CSV files into a folder. Unlike other sources it is asked nothing: the hub keeps
 * the accepted rows, sealed, in its own store, which is the `ground` that it is built on; and it asks who a described client is.
 */
export function createProviderCsv(
  ground: ProviderCsvGround,
  onError: (error: unknown) => void,
): AdapterDefinition<ProviderCsvSettings, ProviderCsvLoaders> {
  return defineAdapter<ProviderCsvSettings, ProviderCsvLoaders>({
    ...providerCsv,
    deadlineMs: 1_000,
    async connect(settings, { now }) {
      const { folder, pollMs, provider } = settings;
      const take = (path: string) => takeFile(path, settings, ground, now);
      const drops = await openDropFolder({ folder, pollMs, now, take, onError });
      void drops.look();
      return {
        loaders: (call) => createProviderCsvLoaders({ provider, ground, now }, call),
        close: () => drops.close(),
      };
    },
  });
}
