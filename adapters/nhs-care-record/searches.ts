/** What is asked of the care record, one row per search: the parameters, the elements that are mapped, and the mapper. */
import type { Appointment, Condition, Encounter, FitNote, Observation } from '../records.js';
import {
  fitNoteOfDocument,
  fitNoteOfObservation,
  mapAppointment,
  mapCondition,
  mapEncounter,
  mapObservation,
  mapQuestionnaireResponse,
  scoresOf,
} from './mapper.js';
import { statementCodes } from './mapper/fit-note.js';
import { scoreCodes } from './mapper/instruments.js';
import type { ScoreEvidence } from './mapper/measure.js';
import type { FormFindings } from './mapper/questionnaire-response.js';
import { text, type Fhir } from '../fhir.js';

export interface ResourceSearch<Item> {
  readonly type: string;
  /** Beside `patient`, `_count` and `_elements`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** `_elements`: all that is mapped and no more, because every field that is sent is parsed. */
  readonly elements: string;
  /** The most that one page is asked to hold, where the resources are long; else a thousand. */
  readonly mostOnOnePage?: number;
  readonly map: (resource: Fhir, retrievedAt: string) => Item | null;
  /** The date that the list is sorted by, most recent first. */
  readonly date: (item: Item) => string | null;
}

export const conditions: ResourceSearch<Condition> = {
  type: 'Condition',
  elements: 'id,meta,subject,code,clinicalStatus,verificationStatus,severity,category,onset,abatement,recordedDate',
  map: mapCondition,
  date: ({ onset, recordedDate }) => onset ?? recordedDate,
};

export const observations: ResourceSearch<Observation> = {
  type: 'Observation',
  elements: 'id,meta,subject,focus,status,code,category,effective,issued,value,component',
  map: mapObservation,
  date: ({ effective, issued }) => effective ?? issued,
};

export const encounters: ResourceSearch<Encounter> = {
  type: 'Encounter',
  elements: 'id,meta,subject,status,class,type,reasonCode,period,serviceProvider',
  map: mapEncounter,
  date: ({ start, end }) => start ?? end,
};

export const appointments: ResourceSearch<Appointment> = {
  type: 'Appointment',
  elements: 'id,meta,participant,status,start,end,serviceType,description,created',
  map: mapAppointment,
  date: ({ start }) => start,
};

export const forms: ResourceSearch<FormFindings> = {
  type: 'QuestionnaireResponse',
  elements: 'id,meta,subject,status,authored,questionnaire,item',
  mostOnOnePage: 100,
  map: mapQuestionnaireResponse,
  date: ({ authored }) => authored,
};

export const fitNoteDocuments: ResourceSearch<FitNote> = {
  type: 'DocumentReference',
  parameters: { type: [...statementCodes.keys()].join(',') },
  elements: 'id,meta,securityLabel,subject,status,docStatus,type,date,context',
  map: fitNoteOfDocument,
  date: fitNoteDate,
};

/** One coded entry: a score, a fit note, or (for a code that another use shares) neither. */
export interface CodedEntry {
  readonly scores: readonly ScoreEvidence[];
  readonly fitNote: FitNote | null;
  readonly date: string | null;
}

const codedEntriesOf = (withFitNotes: boolean): ResourceSearch<CodedEntry> => ({
  type: 'Observation',
  parameters: { code: [...scoreCodes.keys(), ...(withFitNotes ? statementCodes.keys() : [])].join(',') },
  elements: 'id,meta,subject,focus,status,code,effective,issued,value,component,hasMember,derivedFrom',
  map: (resource, retrievedAt) => ({
    scores: scoresOf(resource, retrievedAt),
    fitNote: withFitNotes ? fitNoteOfObservation(resource, retrievedAt) : null,
    date: text(resource['issued']),
  }),
  date: ({ date }) => date,
});

const scoresAlone = codedEntriesOf(false);
const scoresAndFitNotes = codedEntriesOf(true);

/** Scores by code, and fit notes with them where the settings say that this care record holds them so. */
export const codedEntries = (withFitNotes: boolean): ResourceSearch<CodedEntry> =>
  withFitNotes ? scoresAndFitNotes : scoresAlone;

export function fitNoteDate(note: FitNote): string | null {
  return note.assessmentDate ?? note.periodStart ?? note.provenance.recordedAt;
}
