import { defineAdapter } from '../contract.js';
import { createCitizenClient } from './client.js';
import { createGuidSlots } from './guid-slots.js';
import { personKey } from './identity.js';
import { createDwpLoaders, type DwpLoaders } from './loaders.js';
import { source } from './mapper.js';

import type { DwpSettings } from './settings.js';

export type { DwpLoaders } from './loaders.js';
export { dwpSettings, type DwpSettings } from './settings.js';

/** People whose next GUID is kept: two short strings each, so a few megabytes at most. */
const rememberedPeople = 20_000;

/** DWP Citizen API: match a person, read their claims. Open only to bodies with a legal gateway. */
export const dwpCitizen = defineAdapter<DwpSettings, DwpLoaders>({
  name: source,
  owner: 'Department for Work and Pensions',
  // Not published in full; the shapes are those of two government clients (`reference/employment-support.md` C1).
  specification: 'https://github.com/hmcts/hwf-dwp-api',
  feeds: ['BENEFITS', 'CONDITIONALITY', 'WORK_STATUS'],
  deadlineMs: 3_000,
  connect(settings, { now, onCall }) {
    const client = createCitizenClient({ settings, now, onCall });
    const slots = createGuidSlots(rememberedPeople);
    return {
      loaders: (call) => createDwpLoaders({ client, slots, deadlineMs: settings.deadlineMs, now }, call),
      forget: (subject) => slots.forget(personKey(subject)),
      close: () => client.close(),
    };
  },
});
