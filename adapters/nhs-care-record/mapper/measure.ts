/** Scores of named instruments out of FHIR Observations, in the shapes met in real data (`reference/nhs-apis.md` 4.2). */
import type { CodeableConcept, Instrument, MeasureScore } from '../../records.js';
import { scoreOf } from '../../scores.js';
import { lookUp } from './codes.js';
import { scoreCodes } from './instruments.js';
import { effectiveOf } from './observation.js';
import { provenanceOf } from './provenance.js';
import { concept, labelled, number, objects, quantity, text, type Fhir } from '../../fhir.js';

/** One score, and what is needed to see that two resources tell of one and the same assessment. */
export interface ScoreEvidence {
  readonly id: string | null;
  readonly score: MeasureScore;
  readonly kind: 'total' | 'panel' | 'answers';
  /** References as they came: the items of a panel, and what the score was computed from. */
  readonly members: readonly string[];
  readonly derivedFrom: readonly string[];
}

/** Statuses under which an Observation states nothing: it is still shown among the observations, with its status. */
const withdrawn = new Set(['entered-in-error', 'cancelled']);

/**
 * The scores that one Observation holds: its own value under a total or panel code, or the components that carry a total
 * code while the Observation's own code is local. Null total: the assessment took place, its sum is not held.
 */
export function scoresOf(resource: Fhir, retrievedAt: string): readonly ScoreEvidence[] {
  if (withdrawn.has(text(resource['status']) ?? '')) return [];
  const own = concept(resource['code']);
  const known = lookUp(scoreCodes, own)?.meaning;
  const evidence = (
    instrument: Instrument,
    total: number | null,
    code: CodeableConcept | null,
    kind: 'total' | 'panel',
  ) => ({
    id: text(resource['id']),
    kind,
    score: {
      ...measureScore(
        { instrument, total, code, assessedAt: effectiveOf(resource), recordedAt: text(resource['issued']) },
        retrievedAt,
      ),
      ...labelled(resource),
    },
    members: references(resource['hasMember']),
    derivedFrom: references(resource['derivedFrom']),
  });
  const parts = objects(resource['component']).flatMap((part) => {
    const code = concept(part['code']);
    const meaning = lookUp(scoreCodes, code)?.meaning;
    return meaning?.kind === 'total' ? [evidence(meaning.instrument, totalIn(part), code, 'total')] : [];
  });
  const ownTotal = totalIn(resource);
  if (!known || (ownTotal === null && parts.some(({ score }) => score.instrument === known.instrument))) return parts;
  return [evidence(known.instrument, ownTotal, own, known.kind), ...parts];
}

/** A score with its range checked and its band looked up. */
export function measureScore(
  from: Pick<MeasureScore, 'instrument' | 'total' | 'code' | 'assessedAt'> & { readonly recordedAt: string | null },
  retrievedAt: string,
): MeasureScore {
  return {
    instrument: from.instrument,
    profile: null,
    ...scoreOf(from.instrument, from.total),
    assessedAt: from.assessedAt,
    code: from.code,
    provenance: provenanceOf(retrievedAt, from.recordedAt),
  };
}

/** An exact number only: `>20` is not a sum. */
function totalIn(from: Fhir): number | null {
  const value = quantity(from['valueQuantity']);
  return number(from['valueInteger']) ?? (value?.comparator === null ? value.value : null);
}

const references = (value: unknown): readonly string[] =>
  objects(value).flatMap((each) => text(each['reference']) ?? []);
