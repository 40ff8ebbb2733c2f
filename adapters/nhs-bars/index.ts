import type { AdapterServices } from '../contract.js';
import type { ReferralDelivery } from '../referral-delivery.js';
import { signedJwtGrant } from '../transport/grants.js';
import { createTokenHolder } from '../transport/token.js';
import { createUpstream } from '../transport/upstream.js';
import { createBarsClient } from './client.js';
import { source } from './mapper.js';
import type { BarsSettings } from './settings.js';

export { barsSettings, type BarsSettings } from './settings.js';

/**
 * Booking and Referral Standard of NHS England: referrals as FHIR messages. Published at
 * https://digital.nhs.uk/developer/api-catalogue/booking-and-referral-fhir.
 */
export function connectBars(settings: BarsSettings, { now, onCall }: AdapterServices): ReferralDelivery {
  const { baseUrl, tokenUrl, deadlineMs, ratePerSecond, tls } = settings;
  const shared = { name: source, deadlineMs, now, onCall, ...(tls && { tls }) };
  const token = createTokenHolder({ ...shared, tokenUrl, grant: signedJwtGrant({ ...settings, now }) });
  const upstream = createUpstream({
    ...shared,
    ...token,
    baseUrl,
    rate: { perSecond: ratePerSecond, burst: Math.ceil(ratePerSecond) },
    // When to send again is the outbox's to decide: it is durable, and this is not.
    retry: { attempts: 1 },
  });
  const client = createBarsClient({ upstream, settings, now });
  return {
    deliver: client.deliver,
    close: async () => {
      await Promise.all([client.close(), token.close()]);
    },
  };
}
