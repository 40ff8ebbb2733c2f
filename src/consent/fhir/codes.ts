/** The names under which the hub's words stand in FHIR, and the other way round. Codes are compared with their system. */
import type { Authority } from '../../access/representation.js';
import { dataCategories, purposes } from '../../access/types.js';
import type { Audience, DataCategory, OrganisationId, Purpose } from '../../access/types.js';
import { audiences } from '../../access/types.js';
import { object, text } from '../../../adapters/fhir.js';

export const systems = {
  reason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  participation: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  scope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  loinc: 'http://loinc.org',
  organisation: 'https://fhir.nhs.uk/Id/ods-organization-code',
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
  legalBasis: 'https://fhir.nhs.uk/England/CodeSystem/England-NHSProxyLegalBasis',
  adjustmentsPurpose: 'https://fhir.nhs.uk/England/CodeSystem/RA-ConsentPurpose',
  category: 'urn:work-health-hub:data-category',
  purpose: 'urn:work-health-hub:purpose',
  audience: 'urn:work-health-hub:audience',
  subject: 'urn:work-health-hub:subject',
  client: 'urn:work-health-hub:client',
} as const;

export const requestExtension = 'urn:work-health-hub:consent-request';

/** HL7 v3 ActReason, for the purposes that have a code there (`docs/glossary.md`). */
const reasons = { DIRECT_CARE: 'TREAT', SERVICE_MANAGEMENT: 'HOPERAT', OWN_RECORD: 'PATRQT' } as const;

export const purposeCoding = (purpose: Purpose): { readonly system: string; readonly code: string } =>
  purpose in reasons
    ? { system: systems.reason, code: reasons[purpose as keyof typeof reasons] }
    : { system: systems.purpose, code: purpose };

export interface Code {
  readonly system: string | null;
  readonly code: string | null;
}

/** The NHS's own examples write HL7's systems with `https`; they mean the same. */
export const codeOf = (value: unknown): Code => {
  const from = object(value);
  const system = text(from?.['system']);
  return {
    system: system?.replace(/^https:\/\/terminology\.hl7\.org\//, 'http://terminology.hl7.org/') ?? null,
    code: text(from?.['code']),
  };
};

export const purposeOf = ({ system, code }: Code): Purpose | undefined =>
  purposes.find((purpose) => purposeCoding(purpose).system === system && purposeCoding(purpose).code === code);

export const categoryOf = ({ system, code }: Code): DataCategory | undefined =>
  system === systems.category ? dataCategories.find((category) => category === code) : undefined;

export const audienceOf = (code: string): Audience | undefined => audiences.find((audience) => audience === code);

export const organisationOf = (code: string): OrganisationId | undefined =>
  /^[A-Za-z0-9-]{2,40}$/.test(code) ? (code as OrganisationId) : undefined;

/** What the Reasonable Adjustments programme says under `status: active` with a purpose alone (`reference/nhs-apis.md` 0.5). */
export const refusalsByPurpose: ReadonlyMap<string, 'REFUSAL_UNDER_ACTIVE' | 'REVOCATION_UNDER_ACTIVE'> = new Map([
  ['RADISSENT', 'REFUSAL_UNDER_ACTIVE'],
  ['RAREVOKED', 'REVOCATION_UNDER_ACTIVE'],
]);

/** The legal bases of NHS England's proxies; `UNK` is none. */
export const authorityByLegalBasis: ReadonlyMap<string, Authority> = new Map([
  ['consent', 'NOMINATED_BY_CLIENT'],
  ['parental-responsibility', 'PARENTAL_RESPONSIBILITY'],
  ['best-interest', 'BEST_INTERESTS'],
  ['health-and-welfare-lasting-power-of-attorney', 'HEALTH_AND_WELFARE_ATTORNEY'],
  ['court-appointed-personal-welfare-deputy', 'PERSONAL_WELFARE_DEPUTY'],
]);
