import { addDays, addMonths } from '../../programme/calendar.js';
import { caseloadOf } from '../../report/caseload.js';
import { reportScope } from '../../report/readers.js';
import { HubError } from '../errors.js';
import type { QueryResolvers } from '../generated.js';
import { figuresOf } from '../report-view.js';

const mostMonths = 24;

const Query: Pick<QueryResolvers, 'caseloadReport'> = {
  caseloadReport: async (_root, { programme, from, months }, { services, viewer, today }) => {
    if (!from.endsWith('-01')) throw new HubError('BAD_INPUT', 'from must be the first day of a month.');
    if (months < 1 || months > mostMonths) throw new HubError('BAD_INPUT', `months must be 1 to ${mostMonths}.`);
    const partners = services.programmes.versions(programme).flatMap(({ definition }) => definition.partners);
    const scope = reportScope(viewer, partners);
    const before = addMonths(from, months);
    // By the lists of the version that held last in the time that is asked about.
    const version = services.programmes.current(programme, before < today ? before : today);
    if (!scope || !version) return null;
    const rows = await services.readCaseload({
      programme,
      from,
      before,
      ...(scope.kind === 'OWN' && { organisation: viewer.organisation }),
    });
    if (!rows)
      throw new HubError('BAD_INPUT', 'months: more cases began than one report counts; ask for fewer months.');
    const each = Array.from({ length: months }, (_, at) => addMonths(from, at));
    return {
      programme,
      scope: scope.kind,
      from,
      to: addDays(before, -1),
      asAt: new Date(services.now()).toISOString(),
      ...figuresOf(caseloadOf(rows, each, version.definition), scope, version),
    };
  },
};

export const report = { Query };
