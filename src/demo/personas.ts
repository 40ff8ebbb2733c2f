import type { Audience, OrganisationId, Purpose } from '../access/types.js';
import { organisations } from './organisations.js';

/** One caller of the demonstration, as its access token will say. */
export interface PersonaClaims {
  readonly subject: string;
  readonly organisation: OrganisationId;
  readonly role: Audience;
  readonly purpose: Purpose;
}

/** The employer of the demonstration, as its access tokens name it. */
export const demoEmployer = 'BROADLAND-BAKERY' as OrganisationId;

export const personas = {
  clinician: {
    title: 'GP at Riverside Medical Practice',
    claims: persona('dr-okafor', organisations.practice.id, 'CLINICIAN', 'DIRECT_CARE'),
  },
  'work-coach': {
    title: 'Work coach at Northgate Jobcentre Plus',
    claims: persona('coach-lewis', organisations.jobcentre.id, 'WORK_COACH', 'EMPLOYMENT_SUPPORT'),
  },
  'work-and-health-coach': {
    title: 'Work and health coach at Pathways Employment Support',
    claims: persona('coach-shah', organisations.provider.id, 'WORK_AND_HEALTH_COACH', 'EMPLOYMENT_SUPPORT'),
  },
  'provider-manager': {
    title: 'Manager at Pathways Employment Support',
    claims: persona('manager-price', organisations.provider.id, 'PROVIDER_MANAGER', 'SERVICE_MANAGEMENT'),
  },
  commissioner: {
    title: 'Commissioner at Northshire Integrated Care Board',
    claims: persona('commissioner-ali', organisations.board.id, 'COMMISSIONER', 'COMMISSIONING'),
  },
  'privacy-officer': {
    title: 'Privacy officer at Riverside Medical Practice',
    claims: persona('officer-byrne', organisations.practice.id, 'PRIVACY_OFFICER', 'PRIVACY_AUDIT'),
  },
  employer: {
    title: 'People manager at Broadland Bakery',
    claims: persona('manager-lund', demoEmployer, 'EMPLOYER', 'EMPLOYMENT_SUPPORT'),
  },
  'hub-officer': {
    title: 'Privacy officer of the body that runs this hub (Northshire Integrated Care Board)',
    claims: persona('officer-stone', organisations.board.id, 'PRIVACY_OFFICER', 'PRIVACY_AUDIT'),
  },
  client: {
    title: 'A client, for themselves',
    claims: persona('client', 'NHS-LOGIN' as OrganisationId, 'CLIENT', 'OWN_RECORD'),
  },
} as const satisfies Record<string, { title: string; claims: PersonaClaims }>;
export type PersonaName = keyof typeof personas;

export const isPersonaName = (name: string): name is PersonaName => Object.hasOwn(personas, name);

function persona(subject: string, organisation: OrganisationId, role: Audience, purpose: Purpose): PersonaClaims {
  return { subject, organisation, role, purpose };
}
