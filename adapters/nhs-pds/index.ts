import { defineAdapter } from '../contract.js';
import { createPdsClient } from './client.js';
import { createPdsLoaders, type PdsLoaders } from './loaders.js';
import { source } from './mapper.js';
import type { PdsSettings } from './settings.js';

export type { DemographicsQuery, PdsLoaders } from './loaders.js';
export { pdsSettings, type PdsSettings } from './settings.js';

/** Personal Demographics Service: who a person is, and whether their whereabouts must be kept in. */
export const nhsPds = defineAdapter<PdsSettings, PdsLoaders>({
  name: source,
  owner: 'NHS England',
  specification: 'https://digital.nhs.uk/developer/api-catalogue/personal-demographics-service-fhir',
  feeds: ['DEMOGRAPHICS', 'CONTACT'],
  deadlineMs: 3_000,
  connect(settings, { now, onCall }) {
    const client = createPdsClient({ settings, now, onCall });
    return {
      loaders: (call) => createPdsLoaders(client, call, now),
      close: () => client.close(),
    };
  },
});
