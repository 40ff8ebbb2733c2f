import type { OrganisationId } from '../../access/types.js';
import type { Opening } from '../../support/open-case.js';
import { assignCase, dischargeCase, extendCase, recordNeeds, recordSnapshot } from '../../support/manage-case.js';
import {
  addAction,
  assessCase,
  moveAction,
  moveIntervention,
  planCase,
  requestIntervention,
} from '../../support/plan-case.js';
import { refused } from '../../support/refusal.js';
import { employmentStatusCodes } from '../../support/words.js';
import { caseOfEvent, findCase } from '../case-file.js';
import { answer, changeCase, refusal } from '../case-change.js';
import { casesOfClient, casesOfOrganisation, versionChanges } from '../case-pages.js';
import { assessmentsOf, interventionsOf, needsOf, planOf, progressOf, snapshotsOf } from '../case-view.js';
import { findClient } from '../client-lookup.js';
import type { RequestContext } from '../context.js';
import { eventsFor } from '../event-feed.js';
import type { HubEvent } from '../../store/documents/event-slot.js';
import type {
  CaseResolvers,
  ClientResolvers,
  DischargeCaseInput,
  MutationResolvers,
  OpenCaseInput,
  QueryResolvers,
  SubscriptionResolvers,
} from '../generated.js';
import { givenFacts } from '../given-facts.js';
import { findReferral, isUnidentified } from '../referral-file.js';

const Query: Pick<QueryResolvers, 'case' | 'cases' | 'programmeVersionChange'> = {
  case: (_root, { id }, context) => findCase(id, context, 'Query.case'),
  cases: (_root, args, context) => casesOfOrganisation(args, context),
  programmeVersionChange: (_root, args, context) => versionChanges(args, context),
};

const Client: Pick<ClientResolvers, 'cases'> = {
  cases: (file, args, context) => casesOfClient(file, args, context),
};

const Case: CaseResolvers = {
  id: ({ document }, _args, { services, viewer }) =>
    services.pairwiseIds.encode(viewer.organisation, 'case', document.id),
  client: ({ file }) => file,
  programme: ({ document }) => document.programme,
  programmeVersion: ({ document }) => document.programmeVersion,
  organisation: ({ document }) => document.organisation,
  openedAt: ({ document }) => document.openedAt,
  progress: (found, _args, context) => progressOf(found, context),
  assessments: (found, _args, context) => assessmentsOf(found, context),
  plan: (found, _args, context) => planOf(found, context),
  interventions: (found, _args, context) => interventionsOf(found, context),
  needs: (found, _args, context) => needsOf(found, context),
  snapshots: (found) => snapshotsOf(found),
};

type CaseMutations = Pick<
  MutationResolvers,
  | 'openCase'
  | 'assignCase'
  | 'extendCase'
  | 'assessCase'
  | 'planCase'
  | 'addCaseAction'
  | 'moveCaseAction'
  | 'requestIntervention'
  | 'moveIntervention'
  | 'recordCaseNeeds'
  | 'recordEmploymentSnapshot'
  | 'dischargeCase'
  | 'dischargeCases'
>;

const Mutation: CaseMutations = {
  openCase: async (_root, { input }, context) => {
    const opening = await openingOf(input, context);
    if ('kind' in opening) return refusal(opening);
    const { services, viewer } = context;
    const outcome = await services.cases.open(viewer, input.idempotencyKey, opening);
    return answer(outcome, context);
  },
  assignCase: (_root, { input }, context) =>
    changeCase('ASSIGNED', input, context, ({ manager, role, reason }) =>
      assignCase({ manager, ...(role != null && { role }), ...(reason != null && { reason }) }),
    ),
  extendCase: (_root, { input }, context) =>
    changeCase('EXTENDED', input, context, ({ reason }) => extendCase({ reason })),
  assessCase: (_root, { input }, context) =>
    changeCase('ASSESSED', input, context, ({ mainBarrier, otherBarriers, domains }) =>
      assessCase({
        mainBarrier,
        otherBarriers: [...new Set(otherBarriers ?? [])],
        domains: domains.map(({ domain, findings, score }) => ({ domain, findings, ...(score != null && { score }) })),
      }),
    ),
  planCase: (_root, { input }, context) =>
    changeCase('PLANNED', input, context, ({ type, goals }) =>
      planCase({
        type,
        goals: goals.map(({ kind, description, state, dueOn, confidence }) => ({
          kind,
          description,
          state: state ?? 'OPEN',
          ...(dueOn != null && { dueOn }),
          ...(confidence != null && { confidence }),
        })),
      }),
    ),
  addCaseAction: (_root, { input }, context) =>
    changeCase('ACTION_RECORDED', input, context, ({ description, strand, owner, dueOn }) =>
      addAction({
        description,
        strand,
        owner: (owner ?? context.viewer.organisation) as OrganisationId,
        ...(dueOn != null && { dueOn }),
      }),
    ),
  moveCaseAction: (_root, { input }, context) =>
    changeCase(
      'ACTION_RECORDED',
      input,
      context,
      ({ action, state }) => moveAction({ action: decoded('action', action, context), state }),
      // Its owner can be of another sector: the action itself says who may move it.
      'SUPPORT',
    ),
  requestIntervention: (_root, { input }, context) =>
    changeCase('INTERVENTION_RECORDED', input, context, ({ category, provider, integrated, barrier, requestedOn }) =>
      requestIntervention({
        category,
        provider,
        integrated,
        requestedOn: requestedOn ?? context.today,
        ...(barrier != null && { barrier }),
      }),
    ),
  moveIntervention: (_root, { input }, context) =>
    changeCase('INTERVENTION_RECORDED', input, context, ({ intervention, state, on }) =>
      state === 'REQUESTED'
        ? () => refused('INVALID_INPUT', 'state: an intervention is asked for once.')
        : moveIntervention({
            intervention: decoded('intervention', intervention, context),
            state,
            on: on ?? context.today,
          }),
    ),
  recordCaseNeeds: (_root, { input }, context) =>
    changeCase('NEEDS_RECORDED', input, context, ({ safeContact, access, mayContactForResearch }) =>
      recordNeeds({
        access: access ?? [],
        mayContactForResearch: mayContactForResearch ?? false,
        ...(safeContact && {
          safeContact: {
            mode: safeContact.mode,
            mayLeaveMessage: safeContact.mayLeaveMessage ?? false,
            ...(safeContact.address != null && { address: safeContact.address }),
            ...(safeContact.times != null && { times: safeContact.times }),
            ...(safeContact.note != null && { note: safeContact.note }),
          },
        }),
      }),
    ),
  recordEmploymentSnapshot: (_root, { input }, context) =>
    changeCase(
      'SNAPSHOT_RECORDED',
      input,
      context,
      ({ point, on, employmentStatus, hoursPerWeek, absent, absentSince, daysAbsent }) => {
        const status = employmentStatusCodes.find((code) => code === employmentStatus);
        if (status === undefined) return () => refused('INVALID_INPUT', 'employmentStatus must be 01 to 08, or ZZ.');
        return recordSnapshot({
          point,
          on: on ?? context.today,
          employmentStatus: status,
          ...(hoursPerWeek != null && { hoursPerWeek }),
          ...(absent != null && { absent }),
          ...(absentSince != null && { absentSince }),
          ...(daysAbsent != null && { daysAbsent }),
        });
      },
    ),
  dischargeCase: (_root, { input }, context) =>
    discharge(input, context, {
      reason: input.reason,
      on: input.on ?? context.today,
      ...(input.destination != null && { destination: input.destination }),
    }),
  dischargeCases: async (_root, { input }, context) => {
    const { cases, reason, on, idempotencyKey } = input;
    if (cases.length < 1 || cases.length > 50 || new Set(cases).size < cases.length) {
      return refusal(refused('INVALID_INPUT', 'cases must name 1 to 50 cases, each once.'));
    }
    const results = [];
    for (const id of cases) {
      results.push(
        await discharge({ idempotencyKey, case: id, reason, on }, context, {
          reason,
          on: on ?? context.today,
          bulk: idempotencyKey,
        }),
      );
    }
    return { __typename: 'CasesDischarged', results };
  },
};

/** Ends a case, alone or as one of many. */
const discharge = (input: DischargeCaseInput, context: RequestContext, how: Parameters<typeof dischargeCase>[0]) =>
  changeCase('DISCHARGED', input, context, () => dischargeCase(how));

/** An id that this caller was given, or one that names nothing. */
const decoded = (kind: 'action' | 'intervention', id: string, { services, viewer }: RequestContext): string =>
  services.pairwiseIds.decode(viewer.organisation, kind, id) ?? '';

async function openingOf(input: OpenCaseInput, context: RequestContext): Promise<Opening | ReturnType<typeof refused>> {
  const facts = givenFacts(input.facts ?? {}, context.today);
  const chosen = {
    facts,
    ...(input.manager != null && { manager: input.manager }),
    ...(input.role != null && { role: input.role }),
  };
  if ((input.client == null) === (input.referral == null)) {
    return refused('INVALID_INPUT', 'Exactly one of client and referral is needed.');
  }
  if (input.referral != null) {
    const found = await findReferral(input.referral, context, 'Mutation.openCase');
    const isTarget = found?.sides.includes('TARGET') === true;
    if (!found || !isTarget || isUnidentified(found.document.clientId)) {
      return refused('NOT_FOUND', 'No such referral for this caller.');
    }
    const { id, clientId, programme, programmeVersion, streaming, area, channel, state } = found.document;
    if (state !== 'ACCEPTED' && state !== 'IN_PROGRESS') {
      return refused('NOT_PERMITTED', 'referral is not accepted.');
    }
    return {
      ...chosen,
      clientId,
      referral: id,
      channel,
      programme,
      programmeVersion,
      stream: input.stream ?? streaming?.stream ?? '',
      area: input.area ?? area,
    };
  }
  const file = await findClient({ id: input.client ?? null }, context, 'Mutation.openCase');
  if (!file) return refused('NOT_FOUND', 'No such client for this caller.');
  return {
    ...chosen,
    clientId: file.id,
    programme: input.programme ?? '',
    stream: input.stream ?? '',
    area: input.area ?? '',
  };
}

const Subscription: Pick<SubscriptionResolvers, 'caseChanged'> = {
  caseChanged: {
    subscribe: (_root, { id }, context) => {
      const { pairwiseIds } = context.services;
      const wanted = id == null ? undefined : pairwiseIds.decode(context.viewer.organisation, 'case', id);
      const isWanted = ({ about }: HubEvent): boolean => id == null || about === wanted;
      return eventsFor('CASE_CHANGED', context, isWanted) as AsyncIterable<never>;
    },
    resolve: (event: HubEvent, _args: unknown, context: RequestContext) =>
      caseOfEvent(event.about, context, 'Subscription.caseChanged'),
  },
};

export const caseOfSupport = { Subscription, Query, Mutation, Client, Case };
