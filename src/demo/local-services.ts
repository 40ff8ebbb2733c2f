import { sandboxAreas } from '../../adapters/open-referral-uk/sandbox-services.js';
import type { HubSettingsInput } from '../config.js';

const circumstances = 'https://directory.example.org/circumstances';

/** What the areas and circumstances of the demonstration's directory mean. */
export const demoLocalServices: NonNullable<HubSettingsInput['localServices']> = {
  areas: Object.values(sandboxAreas).map(({ uri, name, districts }) => ({
    uri,
    name,
    postcodeDistricts: [...districts],
  })),
  terms: [
    {
      uri: `${circumstances}#unemployed`,
      rule: '!work.inPaidWork',
      met: 'For people out of work.',
      notMet: 'For people out of work, not for people in work.',
    },
    {
      uri: `${circumstances}#employed`,
      rule: 'work.inPaidWork',
      met: 'For people in paid work.',
      notMet: 'For people in paid work.',
    },
  ],
};
