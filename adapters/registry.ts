import { z } from 'zod';
import type { AdapterDefinition, AdapterServices, PublishedAdapter } from './contract.js';
import { dwpCitizen, dwpSettings } from './dwp-citizen/index.js';
import { openReferralSettings, openReferralUK } from './open-referral-uk/index.js';
import { nhsPds, pdsSettings } from './nhs-pds/index.js';
import { careRecordSettings, nhsCareRecord } from './nhs-care-record/index.js';
import type { ConnectedSource, SourceOperations } from './operations.js';
import { createProviderCsv, providerCsv, providerCsvSettings, type ProviderCsvGround } from './provider-csv/index.js';
import { providerDataverse, dataverseSettings } from './provider-dataverse/index.js';

/** What a configuration says of the sources; those that it leaves out are not connected. */
export const sourceSettings = z.strictObject({
  'nhs-pds': pdsSettings.optional(),
  'nhs-care-record': careRecordSettings.optional(),
  'dwp-citizen': dwpSettings.optional(),
  'provider-dataverse': dataverseSettings.optional(),
  'provider-csv': providerCsvSettings.optional(),
  'open-referral-uk': openReferralSettings.optional(),
});
export type SourceSettings = z.infer<typeof sourceSettings>;

/** Every upstream system that the hub knows, connected or not. */
export const knownAdapters: readonly PublishedAdapter[] = [
  nhsPds,
  nhsCareRecord,
  dwpCitizen,
  providerDataverse,
  openReferralUK,
  providerCsv,
];

/** Connects every source that the settings name: one line for each upstream system that the hub knows. */
export function connectSources(
  settings: SourceSettings,
  services: AdapterServices & { readonly onError: (error: unknown) => void },
  ground: ProviderCsvGround,
): Promise<readonly ConnectedSource[]> {
  return Promise.all([
    ...connect(nhsPds, settings['nhs-pds'], services),
    ...connect(nhsCareRecord, settings['nhs-care-record'], services),
    ...connect(dwpCitizen, settings['dwp-citizen'], services),
    ...connect(providerDataverse, settings['provider-dataverse'], services),
    ...connect(openReferralUK, settings['open-referral-uk'], services),
    ...connect(createProviderCsv(ground, services.onError), settings['provider-csv'], services),
  ]);
}

function connect<Settings, Loaders extends SourceOperations>(
  adapter: AdapterDefinition<Settings, Loaders>,
  settings: Settings | undefined,
  services: AdapterServices,
): readonly Promise<ConnectedSource>[] {
  if (settings === undefined) return [];
  const { name, feeds } = adapter;
  return [Promise.resolve(adapter.connect(settings, services)).then((connection) => ({ name, feeds, connection }))];
}
