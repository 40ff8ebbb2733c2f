import { daysBetween } from '../programme/calendar.js';
import type { ProgrammeDefinition } from '../programme/definition.js';
import { referralChannels, type ReferralChannel } from '../programme/words.js';
import { barrierCodes, barrierOf, type BarrierCode } from '../support/barriers.js';
import type { Assessment, CaseDocument } from '../support/case-document.js';
import { createMedian, type Median } from './median.js';
import { countRate, type Rate } from './rates.js';

/** One case of the period, with what its newest assessment says. */
export interface CaseloadRow {
  readonly document: Pick<
    CaseDocument,
    'openedAt' | 'entry' | 'stream' | 'area' | 'channel' | 'organisation' | 'discharge' | 'interventions' | 'snapshots'
  >;
  readonly assessment?: Pick<Assessment, 'mainBarrier' | 'otherBarriers'>;
  /** Its first assessment repeats another case's. */
  readonly assessedAgain?: boolean;
}

/** Cases that were opened in a stretch of time, counted. */
export interface Counted {
  readonly opened: number;
  readonly withHealthCondition: number;
  readonly notAssessed: number;
  /** By their first case: a case is not a person. */
  readonly people: number;
  readonly discharged: number;
}

/** Exact numbers of a caseload: who begins, with what (WL-10, WW-16), and what is asked for and given (WL-19). */
export interface Caseload extends Counted {
  /** With something beside health that stands in the way (WL-09). */
  readonly withOtherBarrier: number;
  /** Whose person had been assessed in another case not long before (HWS-35). */
  readonly assessedAgain: number;
  readonly barriers: readonly { readonly code: BarrierCode; readonly main: number; readonly any: number }[];
  /** `month` is its first day. */
  readonly months: readonly (Counted & { readonly month: string })[];
  readonly streams: readonly (Counted & { readonly stream: string })[];
  readonly areas: readonly (Counted & { readonly area: string })[];
  /** By the way in of the referral that they came from (HWS-32); null: from none. */
  readonly sources: readonly (Counted & { readonly channel: ReferralChannel | null })[];
  /** By whoever commissions areas of the programme, its areas together (WW-04). */
  readonly boards: readonly (Counted & { readonly board: string })[];
  /** By provider and area (WW-05); null: everybody who is named nowhere in the programme and its gateways. */
  readonly providers: readonly (Counted & { readonly organisation: string | null; readonly area: string })[];
  readonly discharges: readonly { readonly reason: string; readonly count: number }[];
  readonly demand: readonly Demand[];
  readonly roles: readonly RoleDemand[];
  /** Each by every definition that it has had. */
  readonly rates: readonly Rate[];
}

/** Support of one category, as it was asked for in these cases. */
export interface Demand extends Asked {
  readonly category: string;
  /** Of what was requested, given inside the service; the rest is external (WL-28). */
  readonly integrated: number;
}

/** What was asked of the service's own people in one role; what was asked of others is no work of theirs (WL-19). */
export interface RoleDemand extends Asked {
  readonly role: string;
}

interface Asked {
  readonly requested: number;
  /** Nobody has come to it yet, and nobody has said no. */
  readonly waiting: number;
  readonly delivered: number;
  readonly declined: number;
  /** From being asked for to first being attended; null where nobody has attended. */
  readonly medianWaitDays: number | null;
}

/** By which lists a caseload is counted: all that a figure is of stands here, none of it in the cases. */
export interface CaseloadLists extends Pick<
  ProgrammeDefinition,
  'areas' | 'streams' | 'dischargeReasons' | 'supportCategories' | 'partners' | 'rates'
> {
  readonly months: readonly string[];
  readonly providers: readonly string[];
}

/** Counts cases as they come, and keeps none of them: what it holds does not grow with how many there are. */
export interface CaseloadCount {
  add(row: CaseloadRow): void;
  result(): Caseload;
}

export function countCaseload(lists: CaseloadLists): CaseloadCount {
  const all = tally();
  const groups = new Map<string, Tally>();
  const group = (...key: readonly (string | null)[]): Tally => {
    const name = JSON.stringify(key);
    const found = groups.get(name) ?? tally();
    groups.set(name, found);
    return found;
  };
  const providers = new Set(lists.providers);
  const boards = lists.partners.filter(({ part }) => part === 'COMMISSIONER');
  let withOtherBarrier = 0;
  let assessedAgain = 0;
  const barriers = new Map(barrierCodes.map((code) => [code, { main: 0, any: 0 }]));
  const reasons = new Map<string, number>();
  const rates = lists.rates.map(countRate);
  const demand = new Map(lists.supportCategories.map(({ code }) => [code, demandTally()]));
  const roleOf = new Map(
    lists.supportCategories.flatMap(({ code, role }) => (role === undefined ? [] : [[code, role]])),
  );
  const roles = new Map([...roleOf.values()].map((role) => [role, demandTally()]));

  return {
    add(row) {
      const { document, assessment } = row;
      if (row.assessedAgain === true) assessedAgain += 1;
      const { openedAt, stream, area, channel, organisation, discharge, interventions } = document;
      const provider = providers.has(organisation) ? organisation : null;
      const in_ = [
        all,
        group('month', openedAt.slice(0, 7)),
        group('stream', stream),
        group('area', area),
        group('source', channel ?? null),
        group('provider', provider, area),
        ...boards.filter(({ areas }) => areas?.includes(area) ?? true).map(({ name }) => group('board', name)),
      ];
      for (const each of in_) count(each, row);
      for (const rate of rates) rate.add(document);
      const found = assessment
        ? new Set([assessment.mainBarrier, ...assessment.otherBarriers])
        : new Set<BarrierCode>();
      if ([...found].some((code) => !isHealth(code))) withOtherBarrier += 1;
      for (const code of found) {
        const counted = barriers.get(code);
        if (counted) counted.any += 1;
        if (counted && code === assessment?.mainBarrier) counted.main += 1;
      }
      if (discharge) reasons.set(discharge.reason, (reasons.get(discharge.reason) ?? 0) + 1);
      for (const each of interventions) {
        const counted = demand.get(each.category);
        if (counted) countDemand(counted, each);
        const ofRole = each.integrated ? roles.get(roleOf.get(each.category) ?? '') : undefined;
        if (ofRole) countDemand(ofRole, each);
      }
    },
    result: () => ({
      ...all,
      withOtherBarrier,
      assessedAgain,
      barriers: [...barriers].map(([code, counted]) => ({ code, ...counted })),
      months: lists.months.map((month) => ({ month, ...group('month', month.slice(0, 7)) })),
      streams: lists.streams
        .filter(({ pathway }) => pathway === 'PERSON')
        .map(({ code: stream }) => ({ stream, ...group('stream', stream) })),
      areas: lists.areas.map(({ code: area }) => ({ area, ...group('area', area) })),
      sources: [...referralChannels, null].map((channel) => ({ channel, ...group('source', channel) })),
      boards: boards.map(({ name: board }) => ({ board, ...group('board', board) })),
      providers: [...lists.providers, null].flatMap((organisation) =>
        lists.areas.map(({ code: area }) => ({ organisation, area, ...group('provider', organisation, area) })),
      ),
      discharges: lists.dischargeReasons.map(({ code: reason }) => ({ reason, count: reasons.get(reason) ?? 0 })),
      rates: rates.map((rate) => rate.result()),
      demand: [...demand].map(([category, { waits, ...counted }]) => ({
        category,
        ...counted,
        medianWaitDays: waits.result(),
      })),
      roles: [...roles].map(([role, { waits, integrated: _all, ...counted }]) => ({
        role,
        ...counted,
        medianWaitDays: waits.result(),
      })),
    }),
  };
}

type Tally = { -readonly [Name in keyof Counted]: number };
const tally = (): Tally => ({ opened: 0, withHealthCondition: 0, notAssessed: 0, people: 0, discharged: 0 });

function count(into: Tally, { document, assessment }: CaseloadRow): void {
  into.opened += 1;
  if (!assessment) into.notAssessed += 1;
  else if ([assessment.mainBarrier, ...assessment.otherBarriers].some(isHealth)) into.withHealthCondition += 1;
  // Whoever came again is counted by their first case.
  if (document.entry === 'FIRST') into.people += 1;
  if (document.discharge) into.discharged += 1;
}

/** Whether a barrier of the list is a health problem, and not something else in the way. */
const isHealth = (code: BarrierCode): boolean => barrierOf(code).category !== 'SUPPORT';

interface DemandTally {
  requested: number;
  integrated: number;
  waiting: number;
  delivered: number;
  declined: number;
  readonly waits: Median;
}
const demandTally = (): DemandTally => ({
  requested: 0,
  integrated: 0,
  waiting: 0,
  delivered: 0,
  declined: 0,
  waits: createMedian(),
});

function countDemand(
  into: DemandTally,
  { state, integrated, requestedOn, firstAttendedOn }: CaseDocument['interventions'][number],
): void {
  into.requested += 1;
  if (integrated) into.integrated += 1;
  if (state === 'REQUESTED' || state === 'ACCEPTED') into.waiting += 1;
  if (state === 'DECLINED') into.declined += 1;
  if (firstAttendedOn === undefined) return;
  into.delivered += 1;
  into.waits.add(daysBetween(requestedOn, firstAttendedOn));
}
