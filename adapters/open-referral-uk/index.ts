import { defineAdapter } from '../contract.js';
import { createOpenReferralClient } from './client.js';
import { createDirectoryLoaders, type DirectoryLoaders } from './loaders.js';
import { source } from './mapper.js';
import { recentAnswers } from './recent-answers.js';
import type { OpenReferralSettings } from './settings.js';

export type { DirectoryLoaders } from './loaders.js';
export { openReferralSettings, type OpenReferralSettings } from './settings.js';

/** A directory of local services: the UK profile of HSDS 3.0 (reference/employment-support.md C7). Knows no client. */
export const openReferralUK = defineAdapter<OpenReferralSettings, DirectoryLoaders>({
  name: source,
  owner: 'Council or other publisher of a directory of services',
  specification: 'https://openreferraluk.org/developers/api',
  feeds: [],
  deadlineMs: 3_000,
  connect(settings, { now, onCall }) {
    const client = createOpenReferralClient({ settings, now, onCall });
    const kept = { lists: recentAnswers(settings, now), details: recentAnswers(settings, now) };
    return {
      loaders: (call) => createDirectoryLoaders({ client, settings, kept, now }, call),
      close: () => client.close(),
    };
  },
});
