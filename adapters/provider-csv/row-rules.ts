import type { ColumnName } from './column-specification.js';

type Cells = Readonly<Partial<Record<ColumnName, string>>>;

/** What the cells of one row must be to each other. Cells that are faulty by themselves are absent here. */
export interface RowRule {
  /** Where the fault is reported. */
  readonly column: ColumnName;
  readonly fault: string;
  readonly broken: (row: Cells) => boolean;
}

const before = (end: string | undefined, start: string | undefined): boolean =>
  end !== undefined && start !== undefined && end < start;

/** Ranges of sum scores (`reference/employment-support.md` part D). */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  PHQ_9: [0, 27],
  GAD_7: [0, 21],
  SWEMWBS: [7, 35],
};

function scoreOutOfRange({ measure, measure_score }: Cells): boolean {
  const range = ranges[measure ?? ''];
  if (!range || measure_score === undefined) return false;
  return Number(measure_score) < range[0] || Number(measure_score) > range[1];
}

export const rowRules: readonly RowRule[] = [
  {
    column: 'planned_end_on',
    fault: 'is before started_on',
    broken: ({ planned_end_on, started_on }) => before(planned_end_on, started_on),
  },
  {
    column: 'job_end_date',
    fault: 'is before job_start_date',
    broken: ({ job_end_date, job_start_date }) => before(job_end_date, job_start_date),
  },
  {
    column: 'family_name',
    fault: 'holds a wildcard',
    broken: ({ family_name }) => family_name?.includes('*') === true,
  },
  { column: 'given_name', fault: 'holds a wildcard', broken: ({ given_name }) => given_name?.includes('*') === true },
  { column: 'measure_score', fault: 'is outside the range of the measure', broken: scoreOutOfRange },
];

/** Columns that say something only together: where one is filled, all must be. */
export const together: readonly (readonly ColumnName[])[] = [['measure', 'measure_score', 'measure_date']];
