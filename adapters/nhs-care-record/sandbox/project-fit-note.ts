/** Fit notes in the two shapes that the mapper reads, in turns: the UK Core form, and a typed document of the GP record. */
import type { SandboxPerson } from '../../sandbox/person.js';
import { snomed } from '../mapper/codes.js';
import { fitNoteQuestions } from '../mapper/fit-note.js';
import type { ProjectedResource } from './project-person.js';

type Note = SandboxPerson['fitNotes'][number];

export const projectFitNote = (note: Note, id: string, subject: object, index: number): ProjectedResource =>
  index % 2 === 0 ? asForm(note, id, subject) : asDocument(note, id, subject);

const coding = (code: string, display?: string) => ({
  system: snomed,
  code,
  ...(display !== undefined && { display }),
});

const findings = {
  NOT_FIT_FOR_WORK: coding('160910001', 'Unfit for work'),
  MAY_BE_FIT_FOR_WORK: coding('225891002', 'Fit for work with restrictions'),
};
const statements = {
  NOT_FIT_FOR_WORK: coding('751481000000104', 'eMED3 (2010) new statement issued, not fit for work'),
  MAY_BE_FIT_FOR_WORK: coding('751601000000107', 'eMED3 (2010) new statement issued, may be fit for work'),
};
const advice = {
  PHASED_RETURN: coding('775281000000100'),
  ALTERED_HOURS: coding('775301000000104'),
  AMENDED_DUTIES: coding('775321000000108'),
  WORKPLACE_ADAPTATIONS: coding('775351000000103'),
};

const dated = (linkId: string, text: string, value: string) => ({ linkId, text, answer: [{ valueDate: value }] });

function asForm(note: Note, id: string, subject: object): ProjectedResource {
  const adjustments = note.adjustments.map((each) => ({ valueCoding: advice[each] }));
  return {
    resourceType: 'QuestionnaireResponse',
    id,
    meta: {
      profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-QuestionnaireResponse'],
      ...(note.labels && { security: note.labels }),
    },
    questionnaire: 'https://example.com/base/Questionnaire/UKCore-Questionnaire-FitnessForWork-Example',
    status: 'completed',
    subject,
    authored: note.assessed,
    item: [
      dated(fitNoteQuestions.assessed, 'Assessment Date', note.assessed.slice(0, 10)),
      {
        linkId: 'Q2',
        text: 'Condition(s)',
        item: [
          {
            linkId: 'Q2g',
            text: 'Condition (Coded)',
            answer: [{ valueCoding: coding(note.conditionCode, note.conditionDisplay) }],
          },
        ],
      },
      { linkId: 'Q3', text: 'I find you', answer: [{ valueCoding: findings[note.status] }] },
      ...(adjustments.length > 0 ? [{ linkId: 'Q4', text: 'You may benefit from', answer: adjustments }] : []),
      {
        linkId: 'Q5',
        text: 'This will be the case',
        item: [
          dated(fitNoteQuestions.periodStart, 'from', note.from),
          dated(fitNoteQuestions.periodEnd, 'to', note.to),
        ],
      },
    ],
  };
}

function asDocument(note: Note, id: string, subject: object): ProjectedResource {
  return {
    resourceType: 'DocumentReference',
    id,
    meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-DocumentReference'] },
    ...(note.labels && { securityLabel: [{ coding: note.labels }] }),
    status: 'current',
    docStatus: 'final',
    type: { coding: [statements[note.status]] },
    subject,
    date: `${note.assessed.slice(0, 10)}T12:00:00Z`,
    content: [{ attachment: { contentType: 'application/pdf', title: 'Statement of Fitness for Work' } }],
    context: {
      period: { start: note.from, end: note.to },
      ...(note.adjustments.length > 0 && { event: note.adjustments.map((each) => ({ coding: [advice[each]] })) }),
    },
  };
}
