import { isObject, object, objects, text, type Fhir } from '../../../adapters/fhir.js';
import type { Classification } from '../../access/classification.js';
import type { ConsentRequest, Constraints } from '../../access/types.js';
import { authorityByLegalBasis, codeOf, requestExtension, systems } from './codes.js';
import type { BasePolicies } from './base-policies.js';
import { effectIn, periodIn, readConstraints, readExceptions, type ProvisionReader } from './read-provision.js';
import type { Fault, ImportFault, Reading } from './reading.js';

/**
 * Reads a FHIR R4 Consent to what it means here, or says why it is not taken in. Status alone is never the answer: what is
 * active may be past its end, and a refusal may stand under `active` (`reference/nhs-apis.md` 7.1). Pure.
 */
export function readConsent(
  resource: unknown,
  {
    classification,
    basePolicies,
    today,
  }: { classification: Classification; basePolicies: BasePolicies; today: string },
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
  const { period, dataPeriod, ...given } = readConstraints(base, effect ?? 'PERMIT', at, reader);
  const exceptions = readExceptions(base, effect ?? 'PERMIT', at, 1, reader);
  const { fromPolicy, ...named } = effect === 'DENY' ? { ...given, fromPolicy: [] } : withPolicy(given, resource, base, reader, basePolicies); // prettier-ignore
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
    fromPolicy,
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

/**
 * A permit with what it leaves open read from the policy that it refers to, if that is known here: what a permit does not name
 * the policy names, and where it has labels only, these narrow what the policy speaks of.
 */
function withPolicy(
  given: Named,
  resource: Fhir,
  base: Fhir,
  { faults }: ProvisionReader,
  basePolicies: BasePolicies,
): Named & { readonly fromPolicy: readonly string[] } {
  const at = 'Consent.provision';
  const isOpen = !given.recipients || !given.purposes || base['class'] === undefined;
  const uris = objects(resource['policy']).flatMap(({ uri }) => text(uri) ?? []);
  const [policy, ...others] = uris.flatMap((uri) => basePolicies.get(uri) ?? []);
  if (!isOpen) return { ...given, fromPolicy: [] };
  // Two policies that are both known may say two things.
  if (!policy || others.length > 0) {
    const isNeeded = !given.recipients || !given.purposes || !given.categories;
    if (isNeeded && uris.length > 0) faults.push({ code: 'BASE_POLICY_UNKNOWN', at: 'Consent.policy.uri' });
    return { ...given, fromPolicy: [] };
  }
  const categories = base['class'] === undefined ? policy.categories.filter((each) => given.categories?.includes(each) ?? true) : given.categories; // prettier-ignore
  if (categories?.length === 0) faults.push({ code: 'CATEGORY_UNKNOWN', at: `${at}.securityLabel` });
  return {
    recipients: given.recipients ?? policy.recipients,
    purposes: given.purposes ?? policy.purposes,
    ...(categories && { categories }),
    fromPolicy: [
      ...(given.recipients ? [] : [`${at}.actor`]),
      ...(given.purposes ? [] : [`${at}.purpose`]),
      ...(base['class'] === undefined ? [`${at}.class`] : []),
    ],
  };
}

type Named = Pick<Constraints, 'recipients' | 'purposes' | 'categories'>;

/** NHS England's Validated Relationships: not about data at all, but about who may act for the patient. */
function representationIn(resource: Fhir, base: Fhir, legalBasis: string, today: string, faults: Fault[]): Reading {
  const authority = authorityByLegalBasis.get(legalBasis);
  if (!authority) faults.push({ code: 'LEGAL_BASIS_UNKNOWN', at: 'Consent.policyRule' });
  if (effectIn(base) !== 'PERMIT') faults.push({ code: 'TYPE_MISSING', at: 'Consent.provision.type' });
  const identifier = objects(base['actor']).map((actor) => object(object(actor['reference'])?.['identifier']))[0];
  const value = text(identifier?.['system']) === systems.nhsNumber ? text(identifier?.['value']) : null;
  const nhsNumber = value !== null && /^\d{10}$/.test(value) ? value : null;
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
