/** PDS Patient (FHIR R4, UK Core) to the hub's trace. Pure; codes, names and dates are kept as they came. */
import { coding, concept, object, objects, period, securityLabels, text, type Fhir } from '../fhir.js';
import type { Address, Coding, ContactPoint, DemographicsTrace, PersonName } from '../records.js';
import { UpstreamError } from '../upstream-error.js';
import { contactPreference, deathNotificationStatus, extensions, interpreterRequired, language } from './extensions.js';

/** The adapter's name, on errors and provenance. */
export const source = 'nhs-pds';

const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number';
const odsSystem = 'https://fhir.nhs.uk/Id/ods-organization-code';
const confidentialitySystem = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
const verificationStatus = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus';

/**
 * The whole trace. Throws `UpstreamError` MALFORMED where the record does not say whose it is, or says two things: without
 * that nothing else in it can be used.
 */
export function mapPatient(patient: Fhir): DemographicsTrace {
  const nhsNumber = nhsNumberOf(patient);
  if (nhsNumber === undefined) throw new UpstreamError(source, 'MALFORMED');
  return { nhsNumber, ...mapDemographics(patient) };
}

/** Everything but the number. */
export function mapDemographics(patient: Fhir): Omit<DemographicsTrace, 'nhsNumber'> {
  const extended = extensions(patient);
  const deathStatus = deathNotificationStatus(extended);
  const diedAt = text(patient['deceasedDateTime']);
  return {
    versionId: text(object(patient['meta'])?.['versionId']),
    restriction: restrictionOf(patient),
    names: objects(patient['name']).map(mapName),
    birthDate: text(patient['birthDate']),
    sex: text(patient['gender']),
    deceased: {
      // 1 informal and 2 formal notice of death; U is a notice that was taken back (UKCore-DeathNotificationStatus).
      isDeceased: diedAt !== null || patient['deceasedBoolean'] === true || deathStatus === '1' || deathStatus === '2',
      at: diedAt,
      notificationStatus: deathStatus,
    },
    nhsNumberStatus: nhsNumberStatusOf(patient),
    addresses: objects(patient['address']).map(mapAddress),
    telecoms: objects(patient['telecom']).map(mapTelecom),
    generalPractice: generalPracticeOf(patient),
    contactPreference: contactPreference(extended),
    interpreterRequired: interpreterRequired(extended),
    language: language(extended) ?? spokenLanguage(patient),
  };
}

const nhsNumberIdentifier = (patient: Fhir): Fhir | undefined =>
  objects(patient['identifier']).find(({ system }) => system === nhsNumberSystem);

/** PDS gives the number twice, as the id and as an identifier. Two different ones would be two people. */
function nhsNumberOf(patient: Fhir): string | undefined {
  const id = text(patient['id']);
  const identifier = text(nhsNumberIdentifier(patient)?.['value']);
  const fromId = id !== null && /^\d{10}$/.test(id) ? id : undefined;
  if (identifier === null) return fromId;
  return /^\d{10}$/.test(identifier) && (fromId ?? identifier) === identifier ? identifier : undefined;
}

function nhsNumberStatusOf(patient: Fhir): string | null {
  const status = extensions(nhsNumberIdentifier(patient) ?? {}).find(({ url }) => url === verificationStatus);
  return concept(status?.['valueCodeableConcept'])?.codings[0]?.code ?? null;
}

/**
 * U, R or V; the strictest where there are several. A record without a label, or with one that is not in the list, is
 * treated as R: an address that should have been kept in can endanger a person, one that was held back cannot.
 */
function restrictionOf(patient: Fhir): DemographicsTrace['restriction'] {
  const codes = securityLabels(patient)
    .filter(({ system }) => system === confidentialitySystem)
    .map(({ code }) => code);
  if (codes.includes('V')) return 'V';
  return codes.length > 0 && codes.every((code) => code === 'U') ? 'U' : 'R';
}

function mapName(name: Fhir): PersonName {
  const { start, end } = period(name['period']);
  return {
    use: text(name['use']),
    prefix: texts(name['prefix']),
    given: texts(name['given']),
    family: text(name['family']),
    suffix: texts(name['suffix']),
    text: text(name['text']),
    periodStart: start,
    periodEnd: end,
  };
}

function mapAddress(address: Fhir): Address {
  const { start, end } = period(address['period']);
  return {
    use: text(address['use']),
    lines: texts(address['line']),
    city: text(address['city']),
    postcode: text(address['postalCode']),
    periodStart: start,
    periodEnd: end,
  };
}

function mapTelecom(telecom: Fhir): ContactPoint {
  const { start, end } = period(telecom['period']);
  return {
    system: text(telecom['system']),
    value: text(telecom['value']),
    use: text(telecom['use']),
    periodStart: start,
    periodEnd: end,
  };
}

function generalPracticeOf(patient: Fhir): string | null {
  const codes = objects(patient['generalPractitioner'])
    .map(({ identifier }) => object(identifier))
    .filter((identifier) => identifier?.['system'] === odsSystem);
  return text(codes[0]?.['value']);
}

/** FHIR's own place for a language, which UK Core uses beside its extension: the preferred one, else the first. */
function spokenLanguage(patient: Fhir): Coding | null {
  const spoken = objects(patient['communication']);
  const preferred = spoken.find((each) => each['preferred'] === true) ?? spoken[0];
  return coding(concept(preferred?.['language'])?.codings[0]);
}

/** The texts of a list of texts. PDS lines may be empty, and their place says which line they are: they are kept. */
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
