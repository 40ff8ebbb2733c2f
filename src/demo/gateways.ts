import type { HubSettingsInput } from '../config.js';
import { organisations } from './organisations.js';

/** A second provider, which does the work of some streams and has no persona of its own. */
export const secondProvider = 'HARBOUR-TRUST';

/** The ways in to two programmes of the demonstration; made-up partners stand in the real ones' places. */
export const demoGateways: NonNullable<NonNullable<HubSettingsInput['referral']>['gateways']> = [
  {
    programme: 'scotland-health-and-work-support',
    version: '2018-06-01',
    area: 'DUNDEE',
    organisation: organisations.provider.id,
    streams: [
      { name: 'WORKING_HEALTH_SERVICES', organisation: organisations.provider.id },
      { name: 'LARGE_EMPLOYER', organisation: secondProvider },
      { name: 'EMPLOYABILITY_AND_HEALTH', organisation: organisations.provider.id },
    ],
  },
  {
    programme: 'workwell',
    version: '2024-10-01',
    area: 'GREATER_MANCHESTER',
    organisation: organisations.provider.id,
  },
];
