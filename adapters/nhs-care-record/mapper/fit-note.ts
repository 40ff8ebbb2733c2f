/**
 * Statements of fitness for work (Med3). There is no national FHIR fit note: this reads the UK Core FitnessForWork
 * mock-up and the eMED3 codes of the GP record (`reference/nhs-apis.md` 4.3 and 4.4). The diagnosis on the note is a
 * condition of its own category and is left out here.
 */
import type { CodeableConcept, FitNote, FitNoteAdjustment, FitNoteStatus } from '../../records.js';
import { lookUp, snomed } from './codes.js';
import type { Answer } from './answers.js';
import { effectiveOf } from './observation.js';
import { provenanceOf } from './provenance.js';
import { concept, concepts, labelled, object, period, text, type Fhir } from '../../fhir.js';

/** Codes that only a fit note carries; those that say nothing of fitness read as UNKNOWN. */
export const statementCodes: ReadonlyMap<string, FitNoteStatus> = new Map(
  Object.entries({
    '751481000000104': 'NOT_FIT_FOR_WORK',
    '751621000000103': 'NOT_FIT_FOR_WORK',
    '751731000000106': 'NOT_FIT_FOR_WORK',
    '751601000000107': 'MAY_BE_FIT_FOR_WORK',
    '751641000000105': 'MAY_BE_FIT_FOR_WORK',
    '751751000000104': 'MAY_BE_FIT_FOR_WORK',
    '775241000000108': 'UNKNOWN',
    '775261000000109': 'UNKNOWN',
    '1331000000103': 'UNKNOWN',
    '14241000000101': 'UNKNOWN',
    '1321000000100': 'UNKNOWN',
    '18381000000107': 'UNKNOWN',
  } satisfies Record<string, FitNoteStatus>).map(([code, status]) => [`${snomed}|${code}`, status]),
);

/** Findings of fitness: a fit note inside the FitnessForWork form, an ordinary answer anywhere else. */
const findingCodes: ReadonlyMap<string, FitNoteStatus> = new Map([
  [`${snomed}|160910001`, 'NOT_FIT_FOR_WORK'],
  [`${snomed}|225891002`, 'MAY_BE_FIT_FOR_WORK'],
]);

const adviceCodes: ReadonlyMap<string, FitNoteAdjustment> = new Map([
  [`${snomed}|775281000000100`, 'PHASED_RETURN'],
  [`${snomed}|775301000000104`, 'ALTERED_HOURS'],
  [`${snomed}|775321000000108`, 'AMENDED_DUTIES'],
  [`${snomed}|775351000000103`, 'WORKPLACE_ADAPTATIONS'],
]);

/** The mock-up asks for the assessment date as Q1; it has no period, so the period's two questions are this hub's own. */
export const fitNoteQuestions = { assessed: 'Q1', periodStart: 'Q5a', periodEnd: 'Q5b' } as const;

/** The canonical URL of the form, not a display. */
const fitnessForWorkForm = /fitness-?for-?work/i;

/** The fit note that a QuestionnaireResponse is; null where it is another form, a draft, or entered in error. */
export function fitNoteOfAnswers(resource: Fhir, answers: readonly Answer[], retrievedAt: string): FitNote | null {
  const status = text(resource['status']);
  if (status !== 'completed' && status !== 'amended') return null;
  const isForm = fitnessForWorkForm.test(text(resource['questionnaire']) ?? '');
  const given: readonly CodeableConcept[] = answers.flatMap(({ coding }) =>
    coding ? [{ codings: [coding], text: null }] : [],
  );
  const statement = stated(given, statementCodes) ?? (isForm ? stated(given, findingCodes) : null);
  if (!statement && !isForm) return null;
  const dateOf = (question: string) =>
    isForm ? (answers.find(({ linkId, date }) => linkId === question && date !== null)?.date ?? null) : null;
  return {
    id: text(resource['id']),
    status: statement?.status ?? 'UNKNOWN',
    statement: statement?.concept ?? null,
    assessmentDate: dateOf(fitNoteQuestions.assessed),
    periodStart: dateOf(fitNoteQuestions.periodStart),
    periodEnd: dateOf(fitNoteQuestions.periodEnd),
    adjustments: adviceIn(given),
    ...labelled(resource),
    provenance: provenanceOf(retrievedAt, text(resource['authored'])),
  };
}

/** The fit note that a DocumentReference points to: its type is the statement, its context the period and the advice. */
export function fitNoteOfDocument(resource: Fhir, retrievedAt: string): FitNote | null {
  if (resource['status'] === 'entered-in-error' || resource['docStatus'] === 'entered-in-error') return null;
  const context = object(resource['context']);
  return coded(resource, concept(resource['type']), concepts(context?.['event']), {
    ...period(context?.['period']),
    assessed: null,
    recorded: text(resource['date']),
    retrievedAt,
  });
}

/** The fit note that a coded entry of the GP record is (an Observation with an eMED3 code). */
export function fitNoteOfObservation(resource: Fhir, retrievedAt: string): FitNote | null {
  if (resource['status'] === 'entered-in-error' || resource['status'] === 'cancelled') return null;
  const advice = concept(resource['valueCodeableConcept']);
  return coded(resource, concept(resource['code']), advice ? [advice] : [], {
    ...period(resource['effectivePeriod']),
    assessed: resource['effectivePeriod'] === undefined ? effectiveOf(resource) : null,
    recorded: text(resource['issued']),
    retrievedAt,
  });
}

function coded(
  resource: Fhir,
  statement: CodeableConcept | null,
  advice: readonly CodeableConcept[],
  when: {
    start: string | null;
    end: string | null;
    assessed: string | null;
    recorded: string | null;
    retrievedAt: string;
  },
): FitNote | null {
  const known = lookUp(statementCodes, statement);
  if (!known) return null;
  return {
    id: text(resource['id']),
    status: known.meaning,
    statement,
    assessmentDate: when.assessed,
    periodStart: when.start,
    periodEnd: when.end,
    adjustments: adviceIn(advice),
    ...labelled(resource),
    provenance: provenanceOf(when.retrievedAt, when.recorded),
  };
}

function stated(given: readonly CodeableConcept[], table: ReadonlyMap<string, FitNoteStatus>) {
  for (const each of given) {
    const found = lookUp(table, each);
    if (found) return { status: found.meaning, concept: each };
  }
  return null;
}

const adviceIn = (given: readonly CodeableConcept[]): readonly FitNoteAdjustment[] => [
  ...new Set(given.flatMap((each) => lookUp(adviceCodes, each)?.meaning ?? [])),
];
