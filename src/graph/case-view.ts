import { conditionCategories } from '../access/classification.js';
import { daysBetween } from '../programme/calendar.js';
import { timeOf } from '../support/case-clock.js';
import { barrierOf, type BarrierCode } from '../support/barriers.js';
import type { CaseFile } from './case-file.js';
import type { RequestContext } from './context.js';
import type {
  CaseAssessments,
  CaseBarrier,
  CaseInterventions,
  CaseNeeds,
  CasePlan,
  CaseProgress,
  CaseSnapshots,
} from './generated.js';
import { withheld } from './section-records.js';

type Typed<Name extends string, View> = View & { readonly __typename: Name };

/** Where a case stands, by the version of the programme that it began under. */
export function progressOf(
  { document, locationWithheld }: CaseFile,
  { services, today }: RequestContext,
): Typed<'CaseProgress', CaseProgress> {
  const programme = services.programmes.version(document.programme, document.programmeVersion);
  if (!programme) throw new Error('A version of a programme that cases are on is not loaded');
  const { discharge } = document;
  const { read } = services.cases;
  return {
    __typename: 'CaseProgress',
    ...timeOf(document, programme, today),
    status: document.status,
    stream: document.stream,
    area: locationWithheld ? null : document.area,
    accountable: document.managers.map(({ until, reason, ...each }) => ({
      ...each,
      until: until ?? null,
      reason: reason === undefined ? null : read.text(reason),
    })),
    extensions: document.extensions,
    discharge: discharge
      ? {
          on: discharge.on,
          reason: discharge.reason,
          kind:
            programme.definition.dischargeReasons.find(({ code }) => code === discharge.reason)?.kind ?? 'COMPLETED',
          destination:
            locationWithheld || discharge.destination === undefined ? null : read.text(discharge.destination),
          inBulk: discharge.bulk !== undefined,
        }
      : null,
  };
}

/** Whoever runs the case reads what they found; to others each barrier is told as far as they may see conditions of its kind. */
export function assessmentsOf(found: CaseFile, context: RequestContext): Typed<'CaseAssessments', CaseAssessments> {
  const { document, runsIt } = found;
  const { shows, refusals } = barriersFor(found, context);
  return {
    __typename: 'CaseAssessments',
    versions: document.assessments.map((version) => {
      const { number, at, by } = version;
      const { mainBarrier, otherBarriers, domains } = context.services.cases.read.assessment(version);
      return {
        number,
        at,
        by: by.subject,
        mainBarrier: shows(mainBarrier) ? barrierView(mainBarrier) : null,
        otherBarriers: otherBarriers.filter(shows).map(barrierView),
        domains: runsIt
          ? domains.map(({ domain, findings, score }) => ({ domain, findings, score: score ?? null }))
          : [],
        withheld: refusals,
      };
    }),
  };
}

function barriersFor({ file, runsIt, document }: CaseFile, { viewer, disclosures }: RequestContext) {
  if (runsIt || (viewer.audience === 'CLIENT' && document.clientId === file.id))
    return { shows: () => true, refusals: [] };
  // Every kind that there could be is decided, so that a refusal tells nothing.
  const decisions = conditionCategories.map((category) => disclosures.decide(file, category, 'Case.assessments'));
  const open = new Set(decisions.filter(({ permitted }) => permitted).map(({ category }) => category));
  return {
    shows: (code: BarrierCode) => barrierOf(code).category === 'SUPPORT' || open.has(barrierOf(code).category),
    refusals: decisions.filter(({ permitted }) => !permitted).map(withheld),
  };
}

function barrierView(code: BarrierCode): CaseBarrier {
  const { name, snomed } = barrierOf(code);
  return { code, name, snomed };
}

/** Goals of both journeys, and what each organisation has taken on. */
export function planOf(
  { document, locationWithheld }: CaseFile,
  { services, viewer }: RequestContext,
): Typed<'CasePlan', CasePlan> {
  return {
    __typename: 'CasePlan',
    versions: document.plans.map((version) => {
      const { number, at, by } = version;
      const { type, goals } = services.cases.read.plan(version);
      return {
        number,
        at,
        by: by.subject,
        type,
        goals: goals.map(({ dueOn, confidence, ...goal }) => ({
          ...goal,
          dueOn: dueOn ?? null,
          confidence: confidence ?? null,
          locationWithheld,
        })),
      };
    }),
    actions: document.actions.map((action) => ({
      ...action,
      id: services.pairwiseIds.encode(viewer.organisation, 'action', action.id),
      description: services.cases.read.action(action),
      dueOn: action.dueOn ?? null,
      locationWithheld,
    })),
  };
}

export function interventionsOf(
  found: CaseFile,
  context: RequestContext,
): Typed<'CaseInterventions', CaseInterventions> {
  const { document, locationWithheld } = found;
  const { services, viewer } = context;
  const programme = services.programmes.version(document.programme, document.programmeVersion);
  const { shows } = barriersFor(found, context);
  return {
    __typename: 'CaseInterventions',
    interventions: document.interventions.map(
      ({ id, barrier, provider, acceptedOn, firstAttendedOn, completedOn, ...each }) => ({
        ...each,
        provider: services.cases.read.text(provider),
        id: services.pairwiseIds.encode(viewer.organisation, 'intervention', id),
        fastTrack:
          programme?.definition.supportCategories.find(({ code }) => code === each.category)?.fastTrack ?? false,
        barrier: barrier !== undefined && shows(barrier) ? barrier : null,
        acceptedOn: acceptedOn ?? null,
        firstAttendedOn: firstAttendedOn ?? null,
        completedOn: completedOn ?? null,
        waitedDays: firstAttendedOn === undefined ? null : daysBetween(each.requestedOn, firstAttendedOn),
        locationWithheld,
      }),
    ),
  };
}

export function needsOf(
  { document, locationWithheld }: CaseFile,
  { services }: RequestContext,
): Typed<'CaseNeeds', CaseNeeds> {
  const needs = services.cases.read.needs(document);
  const contact = needs?.safeContact;
  return {
    __typename: 'CaseNeeds',
    safeContact: contact
      ? {
          mode: contact.mode,
          address: contact.address ?? null,
          mayLeaveMessage: contact.mayLeaveMessage,
          times: contact.times ?? null,
          note: contact.note ?? null,
          locationWithheld,
        }
      : null,
    access: needs?.access ?? [],
    mayContactForResearch: needs?.mayContactForResearch ?? false,
  };
}

export const snapshotsOf = ({ document }: CaseFile): Typed<'CaseSnapshots', CaseSnapshots> => ({
  __typename: 'CaseSnapshots',
  snapshots: document.snapshots.map(({ hoursPerWeek, absent, absentSince, daysAbsent, ...each }) => ({
    ...each,
    hoursPerWeek: hoursPerWeek ?? null,
    absent: absent ?? null,
    absentSince: absentSince ?? null,
    daysAbsent: daysAbsent ?? null,
  })),
});
