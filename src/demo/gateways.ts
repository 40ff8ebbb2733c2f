import type { HubSettingsInput } from '../config.js';
import { organisations } from './organisations.js';
import type { Sandboxes } from './sandboxes.js';

/** A second provider, which does the work of some streams and has no persona of its own. */
export const secondProvider = 'HARBOUR-TRUST';

/** An NHS service that takes referrals by the Booking and Referral Standard. */
export const physiotherapy = 'RX1-PHYSIO';

/** A charity that has no system: it gets a link by e-mail, and a code by text message. */
export const charity = 'CORNER-HOUSE';

/** Where most of the demonstration's referrals go. */
export const dundee = { programme: 'scotland-health-and-work-support', area: 'DUNDEE' } as const;

/** The ways in to two programmes of the demonstration; made-up partners stand in the real ones' places. */
export const demoGateways: NonNullable<NonNullable<HubSettingsInput['referral']>['gateways']> = [
  {
    ...dundee,
    organisation: organisations.provider.id,
    streams: [
      { name: 'WORKING_HEALTH_SERVICES', organisation: organisations.provider.id },
      { name: 'LARGE_EMPLOYER', organisation: secondProvider },
      { name: 'EMPLOYABILITY_AND_HEALTH', organisation: organisations.provider.id },
      // An NHS service that the gateway buys fast-track places of (HWS-07).
      { name: 'PHYSIOTHERAPY', organisation: physiotherapy },
      { name: 'COMMUNITY_SUPPORT', organisation: charity },
    ],
  },
  {
    programme: 'workwell',
    area: 'GREATER_MANCHESTER',
    organisation: organisations.provider.id,
    streams: [{ name: 'GREATER_MANCHESTER', organisation: organisations.provider.id }],
  },
];

export const demoReceivers = { [physiotherapy]: { serviceId: '111111111', name: 'Northshire Physiotherapy' } };

/** How referrals reach those who do not read the hub. */
export const demoDeliveries = (
  { bars, dataverse, notify }: Pick<Sandboxes, 'bars' | 'dataverse' | 'notify'>,
  publicUrl: string,
): NonNullable<HubSettingsInput['referral']>['deliveries'] => ({
  'nhs-bars': bars.settings,
  'provider-dataverse': dataverse.settings,
  'one-time-link': { publicUrl, notify: notify.settings },
  to: {
    // Work data reaches clinicians by consent alone, a referral of it too.
    [physiotherapy]: { by: 'nhs-bars', audience: 'CLINICIAN', purpose: 'DIRECT_CARE' },
    [secondProvider]: { by: 'provider-dataverse', audience: 'WORK_AND_HEALTH_COACH', purpose: 'EMPLOYMENT_SUPPORT' },
    [charity]: {
      by: 'one-time-link',
      audience: 'WORK_AND_HEALTH_COACH',
      purpose: 'EMPLOYMENT_SUPPORT',
      email: 'referrals@corner-house.example',
      phone: '07700900987',
    },
  },
});
