import { defineAdapter } from '../contract.js';
import { createClientCredentials } from '../transport/token.js';
import { createUpstream } from '../transport/upstream.js';
import { careRecordLoaders, type CareRecordLoaders } from './loaders.js';
import { readOutcomeCode } from './outcome.js';
import { RecentLinks } from './recent-links.js';
import type { CareRecordSettings } from './settings.js';
import { sourceName } from './source-name.js';

export { careRecordSettings, type CareRecordSettings } from './settings.js';
export type { CareRecordLoaders } from './loaders.js';

/**
 * A shared care record: FHIR R4 search with UK Core profiles. No national specification covers all of it yet; this follows
 * FHIR R4 and the read rules of the UK Core Access draft (`reference/nhs-apis.md` 3.3).
 */
export const nhsCareRecord = defineAdapter<CareRecordSettings, CareRecordLoaders>({
  name: sourceName,
  owner: 'NHS integrated care board (shared care record)',
  specification: 'https://simplifier.net/guide/uk-core-access',
  feeds: [
    'CONDITIONS',
    'MENTAL_HEALTH_CONDITIONS',
    'SUBSTANCE_USE_CONDITIONS',
    'RESTRICTED_CONDITIONS',
    'OBSERVATIONS',
    'MEASURES',
    'FIT_NOTES',
    'APPOINTMENTS',
    'ENCOUNTERS',
  ],
  deadlineMs: 3_000,
  connect(settings, services) {
    const { tls, deadlineMs } = settings;
    const shared = { name: sourceName, deadlineMs, now: services.now, onCall: services.onCall, ...(tls && { tls }) };
    const token = createClientCredentials({ ...shared, ...credentialsOf(settings) });
    const upstream = createUpstream({
      ...shared,
      baseUrl: settings.baseUrl,
      authorise: token.authorise,
      onUnauthorised: token.onUnauthorised,
      readError: readOutcomeCode,
    });
    const links = new RecentLinks(services.now);
    return {
      loaders: (call) => careRecordLoaders({ upstream, settings, services, links }, call),
      forget: (subject) => links.delete(subject),
      close: async () => {
        await Promise.all([upstream.close(), token.close()]);
      },
    };
  },
});

const credentialsOf = ({ tokenUrl, clientId, clientSecret }: CareRecordSettings) => ({
  tokenUrl,
  clientId,
  clientSecret,
});
