import type { FitNote } from '../../records.js';
import { answersOf, scoresOfAnswers } from './answers.js';
import { fitNoteOfAnswers } from './fit-note.js';
import type { ScoreEvidence } from './measure.js';
import { text, type Fhir } from '../../fhir.js';

/** What one form tells the hub; most forms tell it nothing. */
export interface FormFindings {
  readonly id: string | null;
  readonly authored: string | null;
  readonly scores: readonly ScoreEvidence[];
  readonly fitNote: FitNote | null;
}

/** FHIR R4 QuestionnaireResponse, read once for the measures and the fit notes; drafts and errors tell nothing. */
export function mapQuestionnaireResponse(resource: Fhir, retrievedAt: string): FormFindings {
  const answers = answersOf(resource);
  const status = text(resource['status']);
  const finished = status === 'completed' || status === 'amended';
  return {
    id: text(resource['id']),
    authored: text(resource['authored']),
    scores: finished ? scoresOfAnswers(resource, answers, retrievedAt) : [],
    fitNote: fitNoteOfAnswers(resource, answers, retrievedAt),
  };
}
