import { inUse } from '../../identity/trace.js';
import type { ClientResolvers } from '../generated.js';
import { tracedSection } from '../traced-section.js';

const Client: Pick<ClientResolvers, 'demographics' | 'contact'> = {
  demographics: (file, _args, context) =>
    tracedSection(file, context, 'DEMOGRAPHICS', ({ trace, ...dated }) => ({
      __typename: 'Demographics' as const,
      name: inUse(trace.names, 'usual', context.today) ?? null,
      names: trace.names,
      birthDate: trace.birthDate,
      sex: trace.sex,
      nhsNumberStatus: trace.nhsNumberStatus,
      deceased: trace.deceased.isDeceased,
      deceasedAt: trace.deceased.at,
      deathNotificationStatus: trace.deceased.notificationStatus,
      locationRestricted: trace.restriction !== 'U',
      ...dated,
    })),
  contact: (file, _args, context) =>
    tracedSection(file, context, 'CONTACT', ({ trace, ...dated }) => ({
      __typename: 'Contact' as const,
      addresses: trace.addresses,
      telecoms: trace.telecoms,
      generalPractice: trace.generalPractice,
      preference: trace.contactPreference && {
        ...trace.contactPreference,
        interpreterRequired: trace.interpreterRequired,
        language: trace.language,
      },
      ...dated,
    })),
};

export const demographics = { Client };
