/** The sandbox's tables: every person of the provider as rows of `columns.ts`, with more columns than the hub selects. */
import { createHash } from 'node:crypto';
import type { SandboxPerson } from '../sandbox/person.js';
import { choices } from './columns.js';

/** A row as the platform holds it: values, the display texts of choices and lookups, and the rows of its relationships. */
export interface TableRow {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly formatted: Readonly<Record<string, string>>;
  readonly related: Readonly<Record<string, readonly TableRow[]>>;
}

type Provider = NonNullable<SandboxPerson['provider']>;
type ProviderMeasure = Provider['measures'][number];

const modifiedOn = '2026-01-05T09:30:00Z';

/** The one support case of a person. */
export function caseRow(provider: Provider): TableRow {
  const id = guidFrom(provider.contactId, 'case');
  const child = (kind: string, index: number, values: TableRow['values'], formatted = {}): TableRow => ({
    id: guidFrom(provider.contactId, `${kind}${index}`),
    values: { ...values, _wh_supportcaseid_value: id, modifiedon: modifiedOn },
    formatted,
    related: {},
  });
  const status = codeOf(choices.caseStatus, provider.status);
  return {
    id,
    values: {
      _wh_contactid_value: provider.contactId.toLowerCase(),
      _wh_programmeid_value: guidFrom(provider.programme, 'programme'),
      _wh_coachid_value: guidFrom(provider.coachName, 'user'),
      wh_status: status,
      wh_referralstatus: 100000001,
      wh_referredon: provider.referredOn,
      wh_referredby: provider.referredBy,
      wh_startedon: provider.startedOn,
      wh_plannedendon: provider.plannedEndOn,
      wh_plan: provider.plan,
      wh_internalnotes: 'Not for sharing outside the provider.',
      statecode: status === 100000001 ? 1 : 0,
      modifiedon: modifiedOn,
    },
    formatted: {
      _wh_programmeid_value: provider.programme,
      _wh_coachid_value: provider.coachName,
      wh_status: provider.status === 'open' ? 'Open' : 'Closed',
      wh_referralstatus: 'Accepted',
    },
    related: {
      wh_supportcase_goals: provider.goals.map((goal, index) =>
        child('goal', index, {
          wh_description: goal.description,
          wh_kind: codeOf(choices.goalKind, goal.kind),
          wh_status: codeOf(choices.goalStatus, goal.status),
          wh_dueon: goal.dueOn,
        }),
      ),
      wh_supportcase_sessions: provider.sessions.map((session, index) =>
        child('session', index, {
          wh_heldat: session.heldAt,
          wh_mode: session.mode,
          wh_attended: session.attended,
          wh_topic: session.topic,
          wh_venue: session.venue,
        }),
      ),
      wh_supportcase_employments: provider.employment.map((job, index) =>
        child('employment', index, {
          wh_employername: job.employerName,
          wh_jobtitle: job.jobTitle,
          wh_hoursperweek: job.hoursPerWeek,
          wh_startdate: job.startDate,
          wh_enddate: job.endDate ?? null,
          wh_employmentstatuscode: '01',
          wh_absencestart: job.absenceStart ?? null,
          wh_absenceend: null,
          wh_workplace: job.workplace,
        }),
      ),
      wh_supportcase_measures: provider.measures.map((measure, index) =>
        child('measure', index, measureValues(measure), { wh_instrument: measureLabels[measure.instrument] }),
      ),
    },
  };
}

const measureValues = (measure: ProviderMeasure): TableRow['values'] => ({
  wh_instrument: codeOf(choices.instrument, measure.instrument),
  wh_total: measure.total ?? null,
  wh_profile: measure.profile ?? null,
  wh_assessedon: measure.assessed.slice(0, 10),
});

const measureLabels = { SWEMWBS: 'SWEMWBS', EQ_5D_5L: 'EQ-5D-5L' } as const;

const codeOf = (words: Readonly<Record<number, string>>, word: string): number | null => {
  const code = Object.keys(words).find((key) => words[Number(key)] === word);
  return code === undefined ? null : Number(code);
};

/** The same GUID for the same name, so that two starts of a sandbox agree. */
function guidFrom(name: string, kind: string): string {
  const hex = createHash('sha256').update(`${kind}:${name}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
