/** The UK Core extensions of a Patient that the hub reads. Extensions that it does not know are left alone. */
import { coding, concept, object, objects, text, type Fhir } from '../fhir.js';
import type { Coding, DemographicsTrace } from '../records.js';

const ukCore = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';

export const extensions = (element: Fhir): readonly Fhir[] => objects(element['extension']);

const withUrl = (all: readonly Fhir[], url: string): Fhir | undefined => all.find((each) => each['url'] === url);

const firstCoding = (extension: Fhir | undefined): Coding | null =>
  coding(concept(extension?.['valueCodeableConcept'])?.codings[0]);

/** UKCore-DeathNotificationStatus code, as it came. */
export function deathNotificationStatus(all: readonly Fhir[]): string | null {
  const parts = extensions(withUrl(all, `${ukCore}DeathNotificationStatus`) ?? {});
  return firstCoding(withUrl(parts, 'deathNotificationStatus'))?.code ?? null;
}

/** How the person wishes to be written to and called; null where nothing is recorded. */
export function contactPreference(all: readonly Fhir[]): DemographicsTrace['contactPreference'] {
  const preference = withUrl(all, `${ukCore}ContactPreference`);
  if (!preference) return null;
  const parts = extensions(preference);
  const times = withUrl(parts, 'PreferredContactTimes');
  return {
    method: firstCoding(withUrl(parts, 'PreferredContactMethod')),
    writtenFormat: firstCoding(withUrl(parts, 'PreferredWrittenCommunicationFormat')),
    // PDS gives free text, UK Core a Timing, of which the codes are given in the order of FHIR's definition.
    times: text(times?.['valueString']) ?? timingCodes(object(times?.['valueTiming'])),
  };
}

function timingCodes(timing: Fhir | null): string | null {
  const { dayOfWeek, timeOfDay, when } = object(timing?.['repeat']) ?? {};
  const codes = [dayOfWeek, timeOfDay, when].flat().filter((each) => typeof each === 'string');
  return codes.length === 0 ? null : codes.join(' ');
}

/** PDS says it with the language; UK Core has moved it to an extension of its own. */
export function interpreterRequired(all: readonly Fhir[]): boolean | null {
  const communication = extensions(withUrl(all, `${ukCore}NHSCommunication`) ?? {});
  const stated =
    withUrl(communication, 'interpreterRequired') ??
    withUrl(all, 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired');
  const required = stated?.['valueBoolean'];
  return typeof required === 'boolean' ? required : null;
}

export function language(all: readonly Fhir[]): Coding | null {
  const communication = extensions(withUrl(all, `${ukCore}NHSCommunication`) ?? {});
  return firstCoding(withUrl(communication, 'language'));
}
