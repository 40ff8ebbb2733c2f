import { daysBetween } from '../programme/calendar.js';
import type { ProgrammeDefinition } from '../programme/definition.js';
import { barrierCodes, barrierOf, type BarrierCode } from '../support/barriers.js';
import type { Assessment, CaseDocument } from '../support/case-document.js';

/** One case of the period, with what its newest assessment says. */
export interface CaseloadRow {
  readonly document: Pick<CaseDocument, 'openedAt' | 'entry' | 'stream' | 'area' | 'discharge' | 'interventions'>;
  readonly assessment?: Pick<Assessment, 'mainBarrier' | 'otherBarriers'>;
}

/** Cases that were opened in a stretch of time, counted. */
export interface Counted {
  readonly opened: number;
  readonly withHealthCondition: number;
  readonly notAssessed: number;
}

/** Exact numbers of a caseload: who begins, with what (WL-10, WW-16), and what is asked for and given (WL-19). */
export interface Caseload extends Counted {
  /** By their first case: a case is not a person. */
  readonly people: number;
  /** With something beside health that stands in the way (WL-09). */
  readonly withOtherBarrier: number;
  readonly barriers: readonly { readonly code: BarrierCode; readonly main: number; readonly any: number }[];
  /** `month` is its first day. */
  readonly months: readonly (Counted & { readonly month: string })[];
  readonly streams: readonly (Counted & { readonly stream: string; readonly discharged: number })[];
  readonly areas: readonly (Counted & { readonly area: string; readonly people: number })[];
  readonly discharges: readonly { readonly reason: string; readonly count: number }[];
  readonly demand: readonly Demand[];
}

/** Support of one category, as it was asked for in these cases. */
export interface Demand {
  readonly category: string;
  readonly requested: number;
  /** Nobody has come to it yet, and nobody has said no. */
  readonly waiting: number;
  readonly delivered: number;
  readonly declined: number;
  /** From being asked for to first being attended; null where nobody has attended. */
  readonly medianWaitDays: number | null;
}

type Lists = Pick<ProgrammeDefinition, 'areas' | 'streams' | 'dischargeReasons' | 'supportCategories'>;

/** Pure: counts cases, by the lists of their programme. */
export function caseloadOf(rows: readonly CaseloadRow[], months: readonly string[], lists: Lists): Caseload {
  const barriersOf = ({ assessment }: CaseloadRow): readonly BarrierCode[] =>
    assessment ? [assessment.mainBarrier, ...assessment.otherBarriers] : [];
  return {
    ...counted(rows),
    people: peopleIn(rows),
    withOtherBarrier: rows.filter((row) => barriersOf(row).some((code) => !isHealth(code))).length,
    barriers: barrierCodes.map((code) => ({
      code,
      main: rows.filter(({ assessment }) => assessment?.mainBarrier === code).length,
      any: rows.filter((row) => barriersOf(row).includes(code)).length,
    })),
    months: months.map((month) => ({
      month,
      ...counted(rows.filter(({ document }) => document.openedAt.slice(0, 7) === month.slice(0, 7))),
    })),
    streams: lists.streams
      .filter(({ pathway }) => pathway === 'PERSON')
      .map(({ code: stream }) => {
        const here = rows.filter(({ document }) => document.stream === stream);
        return { stream, ...counted(here), discharged: here.filter(({ document }) => document.discharge).length };
      }),
    areas: lists.areas.map(({ code: area }) => {
      const here = rows.filter(({ document }) => document.area === area);
      return { area, ...counted(here), people: peopleIn(here) };
    }),
    discharges: lists.dischargeReasons.map(({ code: reason }) => ({
      reason,
      count: rows.filter(({ document }) => document.discharge?.reason === reason).length,
    })),
    demand: lists.supportCategories.map(({ code }) => demandFor(code, rows)),
  };
}

/** Whoever came again is counted by their first case. */
const peopleIn = (rows: readonly CaseloadRow[]): number =>
  rows.filter(({ document }) => document.entry === 'FIRST').length;

function counted(rows: readonly CaseloadRow[]): Counted {
  return {
    opened: rows.length,
    withHealthCondition: rows.filter(
      ({ assessment }) => assessment && [assessment.mainBarrier, ...assessment.otherBarriers].some(isHealth),
    ).length,
    notAssessed: rows.filter(({ assessment }) => !assessment).length,
  };
}

/** Whether a barrier of the list is a health problem, and not something else in the way. */
const isHealth = (code: BarrierCode): boolean => barrierOf(code).category !== 'SUPPORT';

function demandFor(category: string, rows: readonly CaseloadRow[]): Demand {
  const asked = rows.flatMap(({ document }) => document.interventions).filter((each) => each.category === category);
  const waits = asked
    .flatMap(({ requestedOn, firstAttendedOn }) =>
      firstAttendedOn === undefined ? [] : [daysBetween(requestedOn, firstAttendedOn)],
    )
    .sort((one, other) => one - other);
  const inState = (...states: readonly string[]): number => asked.filter(({ state }) => states.includes(state)).length;
  return {
    category,
    requested: asked.length,
    waiting: inState('REQUESTED', 'ACCEPTED'),
    delivered: waits.length,
    declined: inState('DECLINED'),
    medianWaitDays: median(waits),
  };
}

/** Of sorted numbers, in whole days; null of none. */
function median(sorted: readonly number[]): number | null {
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? null : Math.round((lower + upper) / 2);
}
