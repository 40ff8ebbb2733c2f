import { addDays, addMonths } from '../../programme/calendar.js';
import type { ProgrammeVersion } from '../../programme/programme.js';
import { countCaseload } from '../../report/caseload.js';
import { reportScope } from '../../report/readers.js';
import type { RequestContext } from '../context.js';
import { HubError } from '../errors.js';
import type { CaseloadReportResolvers, QueryResolvers } from '../generated.js';
import { figuresOf, referralFigures } from '../report-view.js';

const mostMonths = 24;

const Query: Pick<QueryResolvers, 'caseloadReport'> = {
  caseloadReport: async (_root, { programme, from, months }, context) => {
    if (!from.endsWith('-01')) throw new HubError('BAD_INPUT', 'from must be the first day of a month.');
    if (months < 1 || months > mostMonths) throw new HubError('BAD_INPUT', `months must be 1 to ${mostMonths}.`);
    const { services, viewer, today, call } = context;
    const partners = services.programmes.versions(programme).flatMap(({ definition }) => definition.partners);
    const scope = reportScope(viewer, partners);
    const before = addMonths(from, months);
    // By the lists of the version that held last in the time that is asked about.
    const version = services.programmes.current(programme, before < today ? before : today);
    if (!scope || !version) return null;
    const counted = countCaseload({
      ...version.definition,
      months: Array.from({ length: months }, (_, at) => addMonths(from, at)),
      providers: scope.kind === 'OWN' ? [viewer.organisation] : providersOf(version, context),
    });
    const organisation = scope.kind === 'OWN' ? { organisation: viewer.organisation } : {};
    await services.readCaseload({ programme, from, before, ...organisation }, counted.add, call.signal);
    const to = addDays(before, -1);
    return {
      programme,
      scope: scope.kind,
      from,
      to,
      asAt: new Date(services.now()).toISOString(),
      ...figuresOf(counted.result(), scope, version, to),
    };
  },
};

const CaseloadReport: Pick<CaseloadReportResolvers, 'referrals'> = {
  referrals: async ({ programme, from, to, scope }, _args, { services, viewer, call }) => {
    const own = services.gateways.all.filter((each) => each.programme === programme);
    const query = {
      programme,
      from,
      before: addDays(to, 1),
      gateways: own.map(({ organisation }) => organisation),
      ...(scope === 'OWN' && { organisation: viewer.organisation }),
    };
    return referralFigures(await services.countReferrals(query, call.signal), { kind: scope });
  },
};

/** Who gives the support of a programme, by its file and its gateways: a row for each, whether or not they have anybody. */
function providersOf({ id, definition }: ProgrammeVersion, { services }: RequestContext): readonly string[] {
  const named = definition.partners.flatMap(({ part, organisation }) =>
    part === 'PROVIDER' || part === 'GATEWAY' || part === 'HEALTH_PARTNER' ? (organisation ?? []) : [],
  );
  const atGateways = services.gateways.all
    .filter(({ programme }) => programme === id)
    .flatMap(({ organisation, streams }) => [organisation, ...streams.map((stream) => stream.organisation)]);
  return [...new Set<string>([...named, ...atGateways])].sort();
}

export const report = { Query, CaseloadReport };
