import { z } from 'zod';
import { connectBars, barsSettings } from '../../adapters/nhs-bars/index.js';
import { dataverseSettings } from '../../adapters/provider-dataverse/index.js';
import { createReferralWriter } from '../../adapters/provider-dataverse/referral-writer.js';
import { connectNotify, notifySettings } from '../../adapters/gov-uk-notify/index.js';
import type { AdapterServices } from '../../adapters/contract.js';
import type { ReferralDelivery } from '../../adapters/referral-delivery.js';
import { createLinkDelivery } from './partner-link/delivery.js';
import type { PartnerLinks } from './partner-link/links.js';
import { audiences, purposes, type Audience, type OrganisationId, type Purpose } from '../access/types.js';

/** As whom a receiver reads what is sent to it: what may be sent is decided as if they asked. */
const reader = { audience: z.enum(audiences), purpose: z.enum(purposes) };

/** How referrals reach organisations that do not read the hub themselves. By organisation; one that is not here reads the hub. */
export const deliverySettings = z.strictObject({
  'nhs-bars': barsSettings.optional(),
  'provider-dataverse': dataverseSettings.optional(),
  'one-time-link': z
    .strictObject({
      /** Where partners reach this hub: `https://hub.example.nhs.uk`. */
      publicUrl: z.url({ protocol: /^https?$/ }),
      notify: notifySettings,
    })
    .optional(),
  to: z
    .record(
      z.string(),
      z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('nhs-bars'), ...reader }),
        z.strictObject({ by: z.literal('provider-dataverse'), ...reader }),
        /** An organisation without a system: where its link goes, and where the code that opens it goes. */
        z.strictObject({
          by: z.literal('one-time-link'),
          ...reader,
          email: z.email(),
          phone: z.string().regex(/^\+?\d{8,15}$/),
        }),
      ]),
    )
    .default({}),
});
export type DeliverySettings = z.infer<typeof deliverySettings>;

/** The way to one organisation, and as whom it reads. */
export interface Receiver {
  readonly audience: Audience;
  readonly purpose: Purpose;
  readonly delivery: ReferralDelivery;
}

export interface Deliveries {
  /** Undefined for an organisation that reads the hub itself. */
  to(organisation: OrganisationId): Receiver | undefined;
  /** Texts a code to the number that an organisation without a system registered. */
  textTo(
    organisation: OrganisationId,
  ): ((code: string, reference: string, signal: AbortSignal) => Promise<void>) | undefined;
  close(): Promise<void>;
}

/** @throws Error where a way is named that is not connected */
export function connectDeliveries(
  settings: DeliverySettings,
  services: AdapterServices,
  links: PartnerLinks,
): Deliveries {
  const bars = settings['nhs-bars'] && connectBars(settings['nhs-bars'], services);
  const dataverse =
    settings['provider-dataverse'] && createReferralWriter({ ...services, settings: settings['provider-dataverse'] });
  const byLink = settings['one-time-link'];
  const notify = byLink && connectNotify(byLink.notify, services);
  const wayTo = (to: DeliverySettings['to'][string]): ReferralDelivery | undefined => {
    switch (to.by) {
      case 'nhs-bars':
        return bars;
      case 'provider-dataverse':
        return dataverse;
      case 'one-time-link':
        return notify && createLinkDelivery({ notify, links, publicUrl: byLink.publicUrl, email: to.email });
    }
  };
  const receivers = new Map(
    Object.entries(settings.to).map(([organisation, to]) => {
      const delivery = wayTo(to);
      if (!delivery) throw new Error(`referral.deliveries.to.${organisation}: ${to.by} is not connected`);
      return [organisation, { audience: to.audience, purpose: to.purpose, delivery }];
    }),
  );
  return {
    to: (organisation) => receivers.get(organisation),
    textTo: (organisation) => {
      const to = settings.to[organisation];
      if (to?.by !== 'one-time-link' || !notify) return undefined;
      return (code, reference, signal) => notify.text(to.phone, { code }, reference, signal);
    },
    close: async () => {
      await Promise.all([bars, dataverse, notify].flatMap((way) => (way ? [way.close()] : [])));
    },
  };
}
