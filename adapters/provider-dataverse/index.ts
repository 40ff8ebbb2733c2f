import { defineAdapter } from '../contract.js';
import { createDataverseClient } from './client.js';
import { createDataverseLoaders, type DataverseLoaders } from './loaders.js';
import { source } from './mapper.js';
import type { DataverseSettings } from './settings.js';

export type { DataverseLoaders } from './loaders.js';
export { dataverseSettings, type DataverseSettings } from './settings.js';

/** A provider's case system on Dynamics 365 (Dataverse). Tables and columns: `columns.ts`. */
export const providerDataverse = defineAdapter<DataverseSettings, DataverseLoaders>({
  name: source,
  owner: 'Employment support provider',
  specification: 'https://learn.microsoft.com/power-apps/developer/data-platform/webapi/overview',
  feeds: ['EMPLOYMENT_STATUS', 'WORK_STATUS', 'REFERRALS', 'SUPPORT', 'MEASURES'],
  deadlineMs: 3_000,
  connect(settings, { now, onCall }) {
    const client = createDataverseClient({ settings, now, onCall });
    return {
      loaders: (call) => createDataverseLoaders({ client, deadlineMs: settings.deadlineMs, now }, call),
      close: () => client.close(),
    };
  },
});
