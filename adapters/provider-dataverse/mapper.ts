/** A provider's case rows (OData JSON) to the hub's records. Pure. */
import type { EmploymentSpell, MeasureScore, Provenance, Referral, SupportCase, SupportSession } from '../records.js';
import { createWireReader, type Row } from '../wire.js';
import { caseOfRow, cases, choices, expanded, formattedValue } from './columns.js';
import { scoreOf } from '../scores.js';

export const source = 'provider-dataverse';

export const wire = createWireReader(source);

/** Everything that one case holds about its contact. */
export interface MappedCase {
  /** Lower case, as Dataverse sends it. */
  readonly contactId: string;
  readonly support: SupportCase;
  readonly referral: Referral;
  readonly employment: readonly EmploymentSpell[];
  readonly measures: readonly MeasureScore[];
  /** False where a relationship was cut, or holds a measure that the hub has no name for. */
  readonly complete: boolean;
}

/** @throws UpstreamError MALFORMED where the row has not the shape of `columns.ts`, or holds rows of another case. */
export function mapCase(row: Row, retrievedAt: string): MappedCase {
  const id = wire.text(row, cases.id);
  const contactId = wire.text(row, cases.contact.value);
  if (id === null || contactId === null) throw wire.malformed();
  let complete = true;
  const related = (relationship: keyof typeof expanded): readonly Row[] => {
    const rows = rowsOfCase(row, relationship, id);
    complete &&= isWhole(row, relationship, rows.length);
    return rows;
  };
  const measureRows = related('wh_supportcase_measures');
  const measures = measureRows.flatMap((measure) => mapMeasure(measure, retrievedAt) ?? []);
  if (measures.length < measureRows.length) complete = false;
  const provenance = provenanceOf(row, retrievedAt);
  const programme = display(row, '_wh_programmeid_value');
  return {
    contactId: contactId.toLowerCase(),
    support: {
      id,
      programme,
      status: choice(row, 'wh_status', choices.caseStatus),
      coachName: display(row, '_wh_coachid_value'),
      startedOn: wire.date(row, 'wh_startedon'),
      plannedEndOn: wire.date(row, 'wh_plannedendon'),
      plan: wire.text(row, 'wh_plan'),
      goals: related('wh_supportcase_goals').map(mapGoal),
      sessions: related('wh_supportcase_sessions').map(mapSession),
      provenance,
    },
    referral: {
      id,
      status: choice(row, 'wh_referralstatus', choices.referralStatus),
      referredOn: wire.date(row, 'wh_referredon'),
      referredBy: wire.text(row, 'wh_referredby'),
      service: programme,
      provenance,
    },
    employment: related('wh_supportcase_employments').map((spell) => mapEmployment(spell, retrievedAt)),
    measures,
    // Last, when all relationships have been read.
    complete,
  };
}

const mapGoal = (row: Row): SupportCase['goals'][number] => ({
  description: wire.text(row, 'wh_description') ?? '',
  kind: choice(row, 'wh_kind', choices.goalKind),
  status: choice(row, 'wh_status', choices.goalStatus),
  dueOn: wire.date(row, 'wh_dueon'),
});

const mapSession = (row: Row): SupportSession => ({
  heldAt: wire.text(row, 'wh_heldat'),
  mode: wire.text(row, 'wh_mode'),
  attended: wire.flag(row, 'wh_attended'),
  topic: wire.text(row, 'wh_topic'),
  venue: wire.text(row, 'wh_venue'),
});

function mapEmployment(row: Row, retrievedAt: string): EmploymentSpell {
  const absentFrom = wire.date(row, 'wh_absencestart');
  return {
    employerName: wire.text(row, 'wh_employername'),
    jobTitle: wire.text(row, 'wh_jobtitle'),
    hoursPerWeek: wire.number(row, 'wh_hoursperweek'),
    startDate: wire.date(row, 'wh_startdate'),
    endDate: wire.date(row, 'wh_enddate'),
    employmentStatusCode: wire.text(row, 'wh_employmentstatuscode'),
    absence: absentFrom === null ? null : { startDate: absentFrom, endDate: wire.date(row, 'wh_absenceend') },
    workplace: wire.text(row, 'wh_workplace'),
    provenance: provenanceOf(row, retrievedAt),
  };
}

/** Null for an instrument that the hub has no name for. */
function mapMeasure(row: Row, retrievedAt: string): MeasureScore | null {
  const code = wire.whole(row, 'wh_instrument');
  const instrument = code === null ? undefined : named(choices.instrument, code);
  if (code === null || instrument === undefined) return null;
  const profile = wire.text(row, 'wh_profile');
  const label = display(row, 'wh_instrument');
  return {
    instrument,
    ...scoreOf(instrument, wire.number(row, 'wh_total')),
    profile: profile !== null && /^[1-5]{5}$/.test(profile) ? profile : null,
    assessedAt: wire.date(row, 'wh_assessedon'),
    code: { codings: [{ system: null, code: String(code), display: label }], text: label },
    provenance: provenanceOf(row, retrievedAt),
  };
}

const provenanceOf = (row: Row, retrievedAt: string): Provenance => ({
  source,
  retrievedAt,
  recordedAt: wire.text(row, 'modifiedon'),
});

const display = (row: Row, column: string): string | null => wire.text(row, `${column}@${formattedValue}`);

/** A choice that we know by its own word; another as it came: its label and its number. */
function choice(row: Row, column: string, words: Readonly<Record<number, string>>): string | null {
  const code = wire.whole(row, column);
  if (code === null) return null;
  const label = display(row, column);
  return named(words, code) ?? (label === null ? String(code) : `${label} (${code})`);
}

const named = <Word extends string>(words: Readonly<Record<number, Word>>, code: number): Word | undefined =>
  words[code];

function rowsOfCase(row: Row, relationship: string, caseId: string): readonly Row[] {
  const rows = wire.rows(row[relationship]);
  for (const related of rows) {
    const owner = wire.text(related, caseOfRow);
    if (owner !== null && owner !== caseId) throw wire.malformed();
  }
  return rows;
}

/**
 * Whether an expanded relationship is all here. A single-level `$expand` is not paged and holds 5,000 rows at most; its
 * `@odata.nextLink` names the whole collection. Only where it carries a `$skiptoken` is there more
 * (learn.microsoft.com, "Join tables using OData", expand collection-valued navigation properties).
 */
function isWhole(row: Row, relationship: string, rows: number): boolean {
  if (rows >= 5_000) return false;
  const link = wire.text(row, `${relationship}@odata.nextLink`);
  return link === null || !/[?&](?:\$|%24)skiptoken=/i.test(link);
}
