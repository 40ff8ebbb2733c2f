import { z } from 'zod';
import type { OrganisationId } from '../access/types.js';
import type { Programmes } from '../programme/programme.js';
import { referralChannels } from './words.js';
import type { ReferralChannel } from './words.js';

const organisation = z
  .string()
  .regex(/^[A-Za-z0-9-]{2,40}$/, 'must be 2 to 40 letters, digits and hyphens')
  .transform((code) => code as OrganisationId);

/** One gateway: the one way into one programme in one area. Referrals are addressed to it, never to a stream. */
export const gatewaySettings = z.strictObject({
  programme: z.string().min(1).max(80),
  area: z.string().min(1).max(80),
  organisation,
  /** By which ways a referral may come in. */
  channels: z
    .array(z.enum(referralChannels))
    .min(1)
    .default([...referralChannels]),
  /** The streams, and who does the work of each. Without any, the gateway does it. */
  streams: z.array(z.strictObject({ name: z.string().min(1).max(80), organisation })).default([]),
});

export interface Gateway {
  readonly programme: string;
  readonly area: string;
  readonly organisation: OrganisationId;
  readonly channels: readonly ReferralChannel[];
  readonly streams: readonly { readonly name: string; readonly organisation: OrganisationId }[];
}

/** The gateways that this hub knows. */
export interface Gateways {
  readonly all: readonly Gateway[];
  find(programme: string, area: string): Gateway | undefined;
}

/** @throws Error where two gateways serve one programme in one area, or one serves what no programme file has */
export function createGateways(all: readonly Gateway[], programmes: Pick<Programmes, 'versions'>): Gateways {
  for (const { programme, area } of all) {
    const isKnown = programmes
      .versions(programme)
      .some(({ definition }) => definition.areas.some(({ code }) => code === area));
    if (!isKnown) throw new Error(`referral.gateways: no programme ${programme} has an area ${area}`);
  }
  const keyOf = (programme: string, area: string): string => JSON.stringify([programme, area]);
  const byKey = new Map(all.map((gateway) => [keyOf(gateway.programme, gateway.area), gateway]));
  if (byKey.size < all.length) throw new Error('Two gateways serve one programme in one area');
  return { all, find: (programme, area) => byKey.get(keyOf(programme, area)) };
}
