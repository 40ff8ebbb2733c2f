/** Callers and operations of the tests on emergency access. */
import type { Answer } from '../acceptance/caller.js';
import type { Claims, TestHub, Who } from '../acceptance/hub.js';

/** A doctor of a hospital that works with nobody in the test. */
export const nightDoctor: Claims = {
  sub: 'dr-night',
  organisation: 'RHOSP',
  role: 'CLINICIAN',
  purpose: 'DIRECT_CARE',
};
export const hospitalOfficer: Claims = {
  sub: 'officer-hosp',
  organisation: 'RHOSP',
  role: 'PRIVACY_OFFICER',
  purpose: 'PRIVACY_AUDIT',
};

let keys = 0;
export const newKey = (): string => `emergency-${(keys += 1)}`;

export const sections = `fitNotes { __typename ... on FitNotes { items { status } } ... on Withheld { reason rule } }
  conditions { __typename ... on Conditions { items { classification } withheld { category reason } } ... on Withheld { reason rule } }
  support { __typename ... on Withheld { reason rule } }
  benefits { __typename ... on Withheld { reason rule } }
  contact { __typename ... on Withheld { reason rule } }
  appointments { __typename ... on Appointments { items { location } } ... on Withheld { reason rule } }`;

const opened = `__typename
  ... on EmergencyAccessOpened { emergencyAccess { id emergencyReason openedAt endsAt closedAt neverOpened } }
  ... on EmergencyAccessRefused { reason message }`;

export function openAccess(hub: TestHub, who: Who, name: string, input: object = {}): Promise<Answer> {
  return hub
    .as(who)
    .query(`mutation Open($input: OpenEmergencyAccessInput!) { openEmergencyAccess(input: $input) { ${opened} } }`, {
      input: {
        idempotencyKey: newKey(),
        client: { nhsNumber: hub.nhsNumber(name) },
        reason: 'CANNOT_BE_ASKED',
        note: 'Brought in unconscious.',
        ...input,
      },
    });
}

export function closeAccess(hub: TestHub, who: Who, emergencyAccess: string): Promise<Answer> {
  return hub.as(who).query(
    `mutation Close($input: CloseEmergencyAccessInput!) { closeEmergencyAccess(input: $input) { __typename
      ... on EmergencyAccessClosed { emergencyAccess { endsAt closedAt client { id } } } ... on EmergencyAccessRefused { reason message } } }`,
    { input: { idempotencyKey: newKey(), emergencyAccess } },
  );
}

export const look = (hub: TestHub, who: Who, name: string, asked = sections): Promise<Answer> =>
  hub.as(who).query(`query Look($by: ClientLookup!) { client(by: $by) { id ${asked} } }`, {
    by: { nhsNumber: hub.nhsNumber(name) },
  });
