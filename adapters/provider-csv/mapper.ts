/** A provider's row to the hub's records. Pure. */
import type { EmploymentSpell, Instrument, MeasureScore, Provenance, Referral, SupportCase } from '../records.js';
import { scoreOf } from '../scores.js';
import type { ProviderRow } from './column-specification.js';

export const source = 'provider-csv';

/** What one row says. A row says nothing of what it leaves empty. */
export interface MappedRow {
  readonly support: SupportCase;
  readonly referral?: Referral;
  readonly employment?: EmploymentSpell;
  readonly measure?: MeasureScore;
}

export function mapRow(row: ProviderRow, retrievedAt: string): MappedRow {
  const provenance: Provenance = { source, retrievedAt, recordedAt: row.updated_on };
  const employment = employmentOf(row, provenance);
  const measure = measureOf(row, provenance);
  return {
    support: {
      id: row.provider_client_id,
      programme: row.programme,
      status: row.case_status,
      coachName: row.coach_name ?? null,
      startedOn: row.started_on ?? null,
      plannedEndOn: row.planned_end_on ?? null,
      plan: null,
      goals: [],
      sessions: [],
      provenance,
    },
    ...((row.referred_on !== undefined || row.referred_by !== undefined) && { referral: referralOf(row, provenance) }),
    ...(employment && { employment }),
    ...(measure && { measure }),
  };
}

/** The file says that someone was referred, not what became of the referral. */
function referralOf(row: ProviderRow, provenance: Provenance): Referral {
  return {
    id: row.provider_client_id,
    status: null,
    referredOn: row.referred_on ?? null,
    referredBy: row.referred_by ?? null,
    service: row.programme,
    provenance,
  };
}

function employmentOf(row: ProviderRow, provenance: Provenance): EmploymentSpell | undefined {
  const { employer_name, job_title, hours_per_week, job_start_date, job_end_date } = row;
  const { employment_status_code, absence_start_date } = row;
  const said = [employer_name, job_title, hours_per_week, job_start_date, job_end_date];
  if ([...said, employment_status_code, absence_start_date].every((cell) => cell === undefined)) return undefined;
  return {
    employerName: employer_name ?? null,
    jobTitle: job_title ?? null,
    hoursPerWeek: hours_per_week === undefined ? null : Number(hours_per_week),
    startDate: job_start_date ?? null,
    endDate: job_end_date ?? null,
    employmentStatusCode: employment_status_code ?? null,
    absence: absence_start_date === undefined ? null : { startDate: absence_start_date, endDate: null },
    workplace: null,
    provenance,
  };
}

function measureOf(row: ProviderRow, provenance: Provenance): MeasureScore | undefined {
  if (row.measure === undefined || row.measure_score === undefined) return undefined;
  // The column allows nothing but instruments that the hub knows.
  const instrument = row.measure as Instrument;
  return {
    instrument,
    ...scoreOf(instrument, Number(row.measure_score)),
    profile: null,
    assessedAt: row.measure_date ?? null,
    code: { codings: [{ system: null, code: row.measure, display: null }], text: null },
    provenance,
  };
}
