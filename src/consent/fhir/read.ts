import { isObject, object, objects, text, type Fhir } from '../../../adapters/fhir.js';
import type { Classification } from '../../access/classification.js';
import type { ConsentRequest } from '../../access/types.js';
import { authorityByLegalBasis, codeOf, requestExtension, systems } from './codes.js';
import { effectIn, periodIn, readConstraints, readExceptions, type ProvisionReader } from './read-provision.js';
import type { Fault, ImportFault, Reading } from './reading.js';

/**
 * Reads a FHIR R4 Consent to what it means here, or says why it is not taken in. Status alone is never the answer: what is
 * active may be past its end, and a refusal may stand under `active` (`reference/nhs-apis.md` 7.1). Pure.
 */
export function readConsent(
  resource: unknown,
  { classification, today }: { classification: Classification; today: string },
): Reading {
  if (!isObject(resource) || resource['resourceType'] !== 'Consent')
    return refused([{ code: 'NOT_A_CONSENT', at: 'Consent' }]);
  const faults: Fault[] = [];
  const fault = (code: ImportFault, at: string): void => void faults.push({ code, at });
  if (resource['modifierExtension'] !== undefined) fault('UNKNOWN_MODIFIER', 'Consent.modifierExtension');
  if (resource['status'] !== 'active') fault('NOT_ACTIVE', 'Consent.status');
  if (
    !codingsOf(resource['scope']).some(({ system, code }) => system === systems.scope && code === 'patient-privacy')
  ) {
    fault('NOT_ABOUT_PRIVACY', 'Consent.scope');
  }
  const base = object(resource['provision']) ?? {};
  const legalBasis = codingsOf(resource['policyRule']).find(({ system }) => system === systems.legalBasis);
  if (legalBasis) return representationIn(resource, base, legalBasis.code ?? '', today, faults);

  const reader: ProvisionReader = { classification, faults, leftOut: [] };
  const at = 'Consent.provision';
  const effect = effectIn(base);
  if (!effect) fault('TYPE_MISSING', `${at}.type`);
  const { period, dataPeriod, ...named } = readConstraints(base, effect ?? 'PERMIT', at, reader);
  const exceptions = readExceptions(base, effect ?? 'PERMIT', at, 1, reader);
  if (effect !== 'DENY') {
    // A permit that names nobody would permit everybody (IHE PCF).
    if (!named.recipients) fault('PERMIT_WITHOUT_ACTOR', `${at}.actor`);
    if (!named.purposes) fault('PERMIT_WITHOUT_PURPOSE', `${at}.purpose`);
    if (!named.categories) fault('PERMIT_WITHOUT_CATEGORY', `${at}.class`);
  }
  if (isOver(period, today)) fault('PAST_ITS_END', `${at}.period.end`);
  if (faults.length > 0 || !effect) return refused(faults);
  const givenOn = /^\d{4}-\d\d-\d\d/.exec(text(resource['dateTime']) ?? '')?.[0];
  const request = requestIn(resource);
  return {
    kind: 'CONSENT',
    leftOut: reader.leftOut,
    terms: {
      effect,
      categories: named.categories ?? [],
      recipients: named.recipients ?? [],
      purposes: named.purposes ?? [],
      period: { ...period, start: period?.start ?? givenOn ?? today },
      ...(dataPeriod && { dataPeriod }),
      ...(exceptions && { exceptions }),
      ...(givenOn !== undefined && givenOn <= today && { givenOn }),
      ...(request && { request }),
    },
  };
}

/** NHS England's Validated Relationships: not about data at all, but about who may act for the patient. */
function representationIn(resource: Fhir, base: Fhir, legalBasis: string, today: string, faults: Fault[]): Reading {
  const authority = authorityByLegalBasis.get(legalBasis);
  if (!authority) faults.push({ code: 'LEGAL_BASIS_UNKNOWN', at: 'Consent.policyRule' });
  if (effectIn(base) !== 'PERMIT') faults.push({ code: 'TYPE_MISSING', at: 'Consent.provision.type' });
  const identifier = objects(base['actor']).map((actor) => object(object(actor['reference'])?.['identifier']))[0];
  const nhsNumber = text(identifier?.['system']) === systems.nhsNumber ? text(identifier?.['value']) : null;
  if (nhsNumber === null) faults.push({ code: 'ACTOR_UNKNOWN', at: 'Consent.provision.actor' });
  const period = periodIn(base['period'], 'Consent.provision.period', { faults });
  if (isOver(period, today)) faults.push({ code: 'PAST_ITS_END', at: 'Consent.provision.period.end' });
  if (faults.length > 0 || !authority || nhsNumber === null) return refused(faults);
  return { kind: 'REPRESENTATION', authority, nhsNumber, period: period ?? { start: today } };
}

const isOver = (period: { readonly end?: string } | undefined, today: string): boolean =>
  period?.end !== undefined && period.end < today;

function requestIn(resource: Fhir): ConsentRequest | undefined {
  const extension = objects(resource['extension']).find(({ url }) => url === requestExtension);
  const part = (name: string): Fhir | undefined => objects(extension?.['extension']).find(({ url }) => url === name);
  const what = text(part('what')?.['valueString']);
  if (what === null) return undefined;
  const assessmentPeriodFrom = text(part('assessmentPeriodFrom')?.['valueDate']);
  const completedOn = text(part('completedOn')?.['valueDate']);
  return {
    what,
    ...(assessmentPeriodFrom !== null && { assessmentPeriodFrom }),
    ...(completedOn !== null && { completedOn }),
  };
}

const codingsOf = (concept: unknown) => objects(object(concept)?.['coding']).map(codeOf);

const refused = (faults: readonly Fault[]): Reading => ({ kind: 'REFUSED', faults });
