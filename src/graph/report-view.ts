import type { ProgrammeVersion } from '../programme/programme.js';
import type { Caseload, Counted } from '../report/caseload.js';
import { publishedCount } from '../report/published-count.js';
import { inForceOn } from '../report/rates.js';
import type { ReportScope } from '../report/readers.js';
import { barrierOf } from '../support/barriers.js';
import type { ReferralCounts } from '../report/referrals.js';
import type { CaseloadReport, Figure, ReferralFigures } from './generated.js';

/** What is counted at once; referrals are counted where somebody asks for them. */
export type CaseloadFigures = Omit<CaseloadReport, 'referrals'>;
type Figures = Omit<CaseloadFigures, 'programme' | 'from' | 'to' | 'asAt' | 'scope'>;

/** A caseload as whoever asks may be told it. */
export function figuresOf(
  caseload: Caseload,
  scope: ReportScope,
  { definition }: ProgrammeVersion,
  to: string,
): Figures {
  const figure = scope.kind === 'OWN' ? exactly : asPublished;
  const inForce = inForceOn(to, definition.rates);
  const basics = (each: Counted) => ({
    opened: figure(each.opened),
    people: figure(each.people),
    withHealthCondition: figure(each.withHealthCondition),
    notAssessed: figure(each.notAssessed),
    discharged: figure(each.discharged),
  });
  return {
    ...basics(caseload),
    withOtherBarrier: figure(caseload.withOtherBarrier),
    // Whoever knows the people would learn of whom somebody else made an assessment.
    assessedAgain: scope.kind === 'OWN' ? null : asPublished(caseload.assessedAgain),
    barriers: caseload.barriers.map(({ code, main, any }) => ({
      code,
      name: barrierOf(code).name,
      main: figure(main),
      any: figure(any),
    })),
    months: caseload.months.map(({ month, ...each }) => ({ month, ...basics(each) })),
    streams: caseload.streams.map(({ stream, ...each }) => ({ stream, ...basics(each) })),
    areas: caseload.areas.map(({ area, ...each }) => ({ area, ...basics(each) })),
    sources: caseload.sources.map(({ channel, ...each }) => ({ channel, ...basics(each) })),
    boards: caseload.boards.map(({ board, ...each }) => ({ board, ...basics(each) })),
    providers: caseload.providers.map(({ organisation, area, ...each }) => ({ organisation, area, ...basics(each) })),
    discharges: caseload.discharges.flatMap(({ reason, count }) => {
      const kind = definition.dischargeReasons.find(({ code }) => code === reason)?.kind;
      return kind ? [{ reason, kind, count: figure(count) }] : [];
    }),
    rates: caseload.rates.map(({ definition: rate, ...counted }) => {
      const [of, reached] = [figure(counted.of), figure(counted.reached)];
      return {
        code: rate.code,
        name: rate.name,
        since: rate.since,
        inForce: inForce.has(rate),
        says: rate.says,
        of,
        reached,
        notKnown: figure(counted.notKnown),
        undecided: figure(counted.undecided),
        percent:
          of.count == null || reached.count == null || of.count === 0
            ? null
            : Math.round((100 * reached.count) / of.count),
        benchmark: rate.benchmark ?? null,
      };
    }),
    roles: caseload.roles.flatMap(({ role, medianWaitDays, ...each }) => {
      const known = definition.roles.find(({ code }) => code === role);
      const delivered = figure(each.delivered);
      if (!known) return [];
      return [
        {
          role,
          name: known.name,
          requested: figure(each.requested),
          waiting: figure(each.waiting),
          delivered,
          declined: figure(each.declined),
          medianWaitDays: delivered.suppressed ? null : medianWaitDays,
          capacity: known.newPeopleAMonth === undefined ? null : known.newPeopleAMonth * caseload.months.length,
        },
      ];
    }),
    demand: caseload.demand.flatMap(({ category, medianWaitDays, ...each }) => {
      const known = definition.supportCategories.find(({ code }) => code === category);
      const delivered = figure(each.delivered);
      if (!known) return [];
      return [
        {
          category,
          name: known.name,
          role: known.role ?? null,
          strand: known.strand,
          requested: figure(each.requested),
          integrated: figure(each.integrated),
          external: figure(each.requested - each.integrated),
          waiting: figure(each.waiting),
          delivered,
          declined: figure(each.declined),
          medianWaitDays: delivered.suppressed ? null : medianWaitDays,
        },
      ];
    }),
  };
}

/** What became of referrals, as whoever asks may be told it. */
export function referralFigures(
  { bounceReasons, medianDaysToFirstContact, ...counts }: ReferralCounts,
  scope: ReportScope,
): ReferralFigures {
  const figure = scope.kind === 'OWN' ? exactly : asPublished;
  const contacted = figure(counts.contacted);
  return {
    sent: figure(counts.sent),
    accepted: figure(counts.accepted),
    bounced: figure(counts.bounced),
    contacted,
    bounceReasons: bounceReasons.map(({ reason, count }) => ({ reason, count: figure(count) })),
    medianDaysToFirstContact: contacted.suppressed ? null : medianDaysToFirstContact,
  };
}

const exactly = (count: number): Figure => ({ count, suppressed: false });

function asPublished(exact: number): Figure {
  const told = publishedCount(exact);
  return told.kind === 'rounded' ? { count: told.count, suppressed: false } : { count: null, suppressed: true };
}
