/** Wire to hub, pure: FHIR R4 resources (UK Core, US Core, Synthea) as the hub's records. One file per resource. */
export { mapAppointment } from './mapper/appointment.js';
export { mapCondition } from './mapper/condition.js';
export { mapEncounter } from './mapper/encounter.js';
export { fitNoteOfDocument, fitNoteOfObservation } from './mapper/fit-note.js';
export { scoresOf } from './mapper/measure.js';
export { mapObservation } from './mapper/observation.js';
export { mapQuestionnaireResponse } from './mapper/questionnaire-response.js';
export { distinctAssessments } from './mapper/same-assessment.js';
