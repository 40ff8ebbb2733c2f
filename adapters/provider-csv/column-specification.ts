/**
 * The columns of a provider's file, as published in `docs/guides/provider-csv.md`, which is made from this list. Providers
 * have no shared standard (`reference/employment-support.md` C6); the codes are the NHS Data Dictionary's.
 */
export type Column = {
  readonly name: string;
  readonly required?: true;
  /** Needed but where all of these are filled. */
  readonly requiredUnless?: readonly string[];
  /** For the guide. */
  readonly means: string;
} & (
  | { readonly type: 'text'; readonly maxLength: number }
  | { readonly type: 'code'; readonly allowed: readonly string[] }
  | { readonly type: 'date'; readonly notInFuture?: true }
  | { readonly type: 'number'; readonly minimum: number; readonly maximum: number; readonly whole?: true }
  | { readonly type: 'NHS number' }
  | { readonly type: 'postcode' }
);

const date = <const Name extends string>(name: Name, means: string) => ({ name, type: 'date', means }) as const;
const text = <const Name extends string>(name: Name, maxLength: number, means: string) =>
  ({ name, type: 'text', maxLength, means }) as const;

export const columns = [
  { ...text('provider_client_id', 64, 'Your own number for the client.'), required: true },
  text('record_id', 64, 'Your own number for this row, where a client has several. Empty: provider_client_id.'),
  {
    name: 'nhs_number',
    type: 'NHS number',
    requiredUnless: ['family_name', 'birth_date'],
    means: 'Whose row it is. Where you lack it, describe the client in the next five columns.',
  },
  text('family_name', 100, 'The client’s family name. Only where you lack the NHS number, like the next four.'),
  text('given_name', 100, 'The client’s first given name.'),
  { ...date('birth_date', 'The client’s date of birth.'), notInFuture: true },
  { name: 'postcode', type: 'postcode', means: 'Where the client lives.' },
  { name: 'sex', type: 'code', allowed: ['female', 'male', 'other', 'unknown'], means: 'As the NHS has it (FHIR).' },
  { ...date('updated_on', 'When you last changed what the row says.'), required: true, notInFuture: true },
  { ...text('programme', 100, 'The programme, as commissioned.'), required: true },
  { name: 'case_status', type: 'code', allowed: ['open', 'closed'], required: true, means: 'Whether support goes on.' },
  text('coach_name', 100, 'Who supports the client.'),
  date('referred_on', 'When the client was referred.'),
  text('referred_by', 100, 'Who referred: an organisation.'),
  date('started_on', 'When support started.'),
  date('planned_end_on', 'When support is planned to end.'),
  {
    name: 'employment_status_code',
    type: 'code',
    allowed: ['01', '02', '03', '04', '05', '06', '07', '08', 'ZZ'],
    means: 'NHS Data Dictionary EMPLOYMENT STATUS. Keep the leading zero.',
  },
  text('employer_name', 200, 'The employer of the job that the row speaks of.'),
  text('job_title', 100, 'The job.'),
  { name: 'hours_per_week', type: 'number', minimum: 0, maximum: 168, means: 'Hours worked in a usual week.' },
  date('job_start_date', 'First day of the job.'),
  date('job_end_date', 'Last day of the job. Empty while it lasts.'),
  date('absence_start_date', 'First day of the present sickness absence.'),
  { name: 'measure', type: 'code', allowed: ['PHQ_9', 'GAD_7', 'SWEMWBS'], means: 'A completed questionnaire.' },
  {
    name: 'measure_score',
    type: 'number',
    minimum: 0,
    maximum: 35,
    whole: true,
    means: 'Its sum score: PHQ_9 0 to 27, GAD_7 0 to 21, SWEMWBS 7 to 35 (raw).',
  },
  { ...date('measure_date', 'When it was completed.'), notInFuture: true },
] as const satisfies readonly Column[];

/** A column that the list above names. */
export type KnownColumn = Column & { readonly name: ColumnName };
export const knownColumns: readonly KnownColumn[] = columns;

export type ColumnName = (typeof columns)[number]['name'];
type RequiredColumn = Extract<(typeof columns)[number], { readonly required: true }>['name'];

/** One accepted row: dates as ISO, numbers as plain decimals, the NHS number as ten digits where it is valid, empty cells left out. */
export type ProviderRow = Readonly<Record<RequiredColumn, string> & Partial<Record<ColumnName, string>>>;

/** The provider's own key of a row: a later row of the same key takes its place. */
export const externalIdOf = (row: ProviderRow): string => row.record_id ?? row.provider_client_id;
