import { z } from 'zod';
import { connectBars, barsSettings } from '../../adapters/nhs-bars/index.js';
import { dataverseSettings } from '../../adapters/provider-dataverse/index.js';
import { createReferralWriter } from '../../adapters/provider-dataverse/referral-writer.js';
import type { AdapterServices } from '../../adapters/contract.js';
import type { ReferralDelivery } from '../../adapters/referral-delivery.js';
import { audiences, purposes, type Audience, type OrganisationId, type Purpose } from '../access/types.js';

/** As whom a receiver reads what is sent to it: what may be sent is decided as if they asked. */
const reader = { audience: z.enum(audiences), purpose: z.enum(purposes) };

/** How referrals reach organisations that do not read the hub themselves. By organisation; one that is not here reads the hub. */
export const deliverySettings = z.strictObject({
  'nhs-bars': barsSettings.optional(),
  'provider-dataverse': dataverseSettings.optional(),
  to: z
    .record(
      z.string(),
      z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('nhs-bars'), ...reader }),
        z.strictObject({ by: z.literal('provider-dataverse'), ...reader }),
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
  close(): Promise<void>;
}

/** @throws Error where a way is named that is not connected */
export function connectDeliveries(settings: DeliverySettings, services: AdapterServices): Deliveries {
  const ways = {
    'nhs-bars': settings['nhs-bars'] && connectBars(settings['nhs-bars'], services),
    'provider-dataverse':
      settings['provider-dataverse'] && createReferralWriter({ ...services, settings: settings['provider-dataverse'] }),
  };
  const receivers = new Map(
    Object.entries(settings.to).map(([organisation, { by, audience, purpose }]) => {
      const delivery = ways[by];
      if (!delivery) throw new Error(`referral.deliveries.to.${organisation}: ${by} is not connected`);
      return [organisation, { audience, purpose, delivery }];
    }),
  );
  return {
    to: (organisation) => receivers.get(organisation),
    close: async () => {
      await Promise.all(Object.values(ways).flatMap((way) => (way ? [way.close()] : [])));
    },
  };
}
