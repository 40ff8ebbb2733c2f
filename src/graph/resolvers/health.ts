import { conditionCategories } from '../../access/classification.js';
import type {
  AppointmentResolvers,
  AppointmentsResolvers,
  ClientResolvers,
  ConditionsResolvers,
  EncounterResolvers,
  EncountersResolvers,
  FitNotesResolvers,
  MeasuresResolvers,
  ObservationsResolvers,
} from '../generated.js';
import { locationWithheld, taken } from '../items.js';

const Client: Pick<
  ClientResolvers,
  'fitNotes' | 'conditions' | 'measures' | 'observations' | 'appointments' | 'encounters'
> = {
  fitNotes: (file, _args, { load }) => load.fitNotes(file),
  // Every category that an item could have is decided before anything is fetched, so that a refusal tells nothing.
  conditions: (file, _args, { load, disclosures }) =>
    load.conditions(
      file,
      conditionCategories.map((category) => ({
        decision: disclosures.decide(file, category, 'Client.conditions'),
        told: disclosures.told(file, category),
      })),
    ),
  measures: (file, _args, { load }) => load.measures(file),
  observations: (file, _args, { load }) => load.observations(file),
  appointments: (file, _args, { load }) => load.appointments(file),
  encounters: (file, _args, { load }) => load.encounters(file),
};

const FitNotes: FitNotesResolvers = { items: taken };
const Conditions: ConditionsResolvers = { items: taken };
const Measures: MeasuresResolvers = { items: taken };
const Observations: ObservationsResolvers = { items: taken };
const Appointments: AppointmentsResolvers = { items: taken };
const Appointment: AppointmentResolvers = { locationWithheld };
const Encounters: EncountersResolvers = { items: taken };
const Encounter: EncounterResolvers = { locationWithheld };

export const health = {
  Client,
  FitNotes,
  Conditions,
  Measures,
  Observations,
  Appointments,
  Appointment,
  Encounters,
  Encounter,
};
