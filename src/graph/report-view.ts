import type { ProgrammeVersion } from '../programme/programme.js';
import type { Caseload } from '../report/caseload.js';
import { publishedCount } from '../report/published-count.js';
import type { ReportScope } from '../report/readers.js';
import { barrierOf } from '../support/barriers.js';
import type { CaseloadReport, Figure } from './generated.js';

type Figures = Omit<CaseloadReport, 'programme' | 'from' | 'to' | 'asAt' | 'scope'>;

/** A caseload as whoever asks may be told it. */
export function figuresOf(caseload: Caseload, scope: ReportScope, { definition }: ProgrammeVersion): Figures {
  const figure = scope.kind === 'OWN' ? exactly : asPublished;
  const basics = (each: Pick<Caseload, 'opened' | 'withHealthCondition' | 'notAssessed'>) => ({
    opened: figure(each.opened),
    withHealthCondition: figure(each.withHealthCondition),
    notAssessed: figure(each.notAssessed),
  });
  return {
    ...basics(caseload),
    people: figure(caseload.people),
    withOtherBarrier: figure(caseload.withOtherBarrier),
    barriers: caseload.barriers.map(({ code, main, any }) => ({
      code,
      name: barrierOf(code).name,
      main: figure(main),
      any: figure(any),
    })),
    months: caseload.months.map(({ month, ...each }) => ({ month, ...basics(each) })),
    streams: caseload.streams.map(({ stream, discharged, ...each }) => ({
      stream,
      ...basics(each),
      discharged: figure(discharged),
    })),
    areas: caseload.areas.map(({ area, people, ...each }) => ({ area, ...basics(each), people: figure(people) })),
    discharges: caseload.discharges.flatMap(({ reason, count }) => {
      const kind = definition.dischargeReasons.find(({ code }) => code === reason)?.kind;
      return kind ? [{ reason, kind, count: figure(count) }] : [];
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
          waiting: figure(each.waiting),
          delivered,
          declined: figure(each.declined),
          medianWaitDays: delivered.suppressed ? null : medianWaitDays,
        },
      ];
    }),
  };
}

const exactly = (count: number): Figure => ({ count, suppressed: false });

function asPublished(exact: number): Figure {
  const told = publishedCount(exact);
  return told.kind === 'rounded' ? { count: told.count, suppressed: false } : { count: null, suppressed: true };
}
