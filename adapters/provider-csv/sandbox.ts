import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxPerson } from '../sandbox/person.js';
import { columns, type ColumnName } from './column-specification.js';

type Cells = Partial<Record<ColumnName, string>>;

/** Drops the files of a provider that knows `people`: one good, and one in which three rows are wrong. */
export async function dropSandboxFiles(folder: string, people: readonly SandboxPerson[], today: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const rows = people.flatMap((person) => rowsOf(person, today));
  await drop(folder, 'clients', rows);
  await drop(folder, 'clients-faulty', rows.slice(0, 3).map(spoilt));
}

/** As a real sender should: whole, under its final name. */
async function drop(folder: string, name: string, rows: readonly Cells[]): Promise<void> {
  const part = join(folder, `${name}.part`);
  await writeFile(part, toCsv(rows));
  await rename(part, join(folder, `${name}.csv`));
}

/** As a spreadsheet saves it: byte order mark, CRLF, quotes where they are needed. */
export function toCsv(rows: readonly Cells[]): string {
  const names = columns.map(({ name }) => name);
  const lines = rows.map((row) => names.map((name) => quoted(row[name] ?? '')).join(','));
  return `\ufeff${[names.join(','), ...lines].map((line) => `${line}\r\n`).join('')}`;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A row for the case, one for each job, one for each score. */
function rowsOf({ nhsNumber, provider }: SandboxPerson, today: string): readonly Cells[] {
  if (!provider) return [];
  const shared: Cells = {
    provider_client_id: provider.contactId,
    nhs_number: nhsNumber,
    updated_on: today,
    programme: provider.programme,
    case_status: provider.status,
    coach_name: provider.coachName,
    referred_on: provider.referredOn.slice(0, 10),
    referred_by: provider.referredBy,
    started_on: provider.startedOn.slice(0, 10),
    planned_end_on: provider.plannedEndOn.slice(0, 10),
  };
  const jobs = provider.employment.map((job, index): Cells => ({
    ...shared,
    record_id: `${provider.contactId} job ${index + 1}`,
    ...(job.endDate === undefined && { employment_status_code: '01' }),
    employer_name: job.employerName,
    job_title: job.jobTitle,
    hours_per_week: String(job.hoursPerWeek),
    job_start_date: job.startDate,
    ...(job.endDate !== undefined && { job_end_date: job.endDate }),
    ...(job.absenceStart !== undefined && { absence_start_date: job.absenceStart }),
  }));
  const scores = provider.measures.flatMap((score, index): readonly Cells[] => {
    if (score.instrument !== 'SWEMWBS' || score.total === undefined || !Number.isInteger(score.total)) return [];
    const measured = { measure: score.instrument, measure_score: String(score.total) };
    const record_id = `${provider.contactId} score ${index + 1}`;
    return [{ ...shared, record_id, ...measured, measure_date: score.assessed.slice(0, 10) }];
  });
  return [{ ...shared, record_id: `${provider.contactId} case` }, ...jobs, ...scores];
}

/** Each row wrong in another way: a mistyped number, an American date, a word that is not on the list. */
function spoilt(row: Cells, index: number): Cells {
  if (index === 0) return { ...row, nhs_number: '9990000000' };
  if (index === 1) return { ...row, updated_on: '06/25/2025' };
  return { ...row, case_status: 'ongoing' };
}
