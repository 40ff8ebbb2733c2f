import type { Observation, ObservationValue } from '../../records.js';
import { provenanceOf } from './provenance.js';
import { concept, concepts, object, objects, period, quantity, securityLabels, text, type Fhir } from '../../fhir.js';
import { periodInWords, primitiveInWords, rangeInWords, ratioInWords } from './words.js';

/** FHIR R4 Observation (UKCore-Observation 2.5.0). Items entered in error stay, with `status` saying so. */
export function mapObservation(resource: Fhir, retrievedAt: string): Observation {
  const issued = text(resource['issued']);
  return {
    id: text(resource['id']),
    status: text(resource['status']),
    code: concept(resource['code']),
    categories: concepts(resource['category']),
    effective: effectiveOf(resource),
    effectiveEnd: period(resource['effectivePeriod']).end,
    issued,
    value: valueOf(resource),
    components: objects(resource['component']).map((part) => ({ code: concept(part['code']), value: valueOf(part) })),
    securityLabels: securityLabels(resource),
    provenance: provenanceOf(retrievedAt, issued),
  };
}

/** The start of what the observation speaks of; the first event of a timing. */
export function effectiveOf(resource: Fhir): string | null {
  const timing = object(resource['effectiveTiming'])?.['event'];
  return (
    text(resource['effectiveDateTime']) ??
    text(resource['effectiveInstant']) ??
    period(resource['effectivePeriod']).start ??
    (Array.isArray(timing) ? text(timing[0]) : null)
  );
}

const inWords: Readonly<Record<string, (value: unknown) => string | null>> = {
  valueString: primitiveInWords,
  valueBoolean: primitiveInWords,
  valueInteger: primitiveInWords,
  valueDateTime: primitiveInWords,
  valueTime: primitiveInWords,
  valueRange: rangeInWords,
  valueRatio: ratioInWords,
  valuePeriod: periodInWords,
  valueSampledData: (value) => text(object(value)?.['data']),
};

/** `value[x]` of an observation or of one component; null where there is none (`dataAbsentReason` is not a value). */
export function valueOf(from: Fhir): ObservationValue | null {
  if (from['valueQuantity'] !== undefined) return only({ quantity: quantity(from['valueQuantity']) });
  if (from['valueCodeableConcept'] !== undefined) return only({ concept: concept(from['valueCodeableConcept']) });
  for (const name in inWords) {
    if (from[name] !== undefined) return only({ text: inWords[name]?.(from[name]) ?? null });
  }
  return null;
}

/** A value of the wrong type is no value. */
function only(value: Partial<ObservationValue>): ObservationValue | null {
  const whole = { quantity: null, concept: null, text: null, ...value };
  return whole.quantity === null && whole.concept === null && whole.text === null ? null : whole;
}
