import type { Strand } from '../programme/words.js';
import type { OrganisationId } from '../access/types.js';
import type { Action, Assessment, Intervention, Plan } from './case-document.js';
import type { Change } from './case-desk.js';
import { codeFault, refused, textFault, type Refusal } from './refusal.js';
import type { GoalKind, InterventionState, ProgressState } from './words.js';

/** The verbs that say what stands in the way, and what is to be done about it. */

/** Adds a version of the holistic assessment; earlier ones stay. */
export const assessCase =
  (assessment: Assessment): Change =>
  (current, { programme, at, by, seal, assessedElsewhere }) => {
    if (current.status !== 'OPEN') return closed;
    const { domains, mainBarrier, otherBarriers } = assessment;
    const fault =
      firstFault(
        domains,
        ({ domain, findings }) =>
          codeFault('domain', domain, programme.definition.assessmentDomains) ?? textFault('findings', findings),
      ) ??
      (new Set(domains.map(({ domain }) => domain)).size < domains.length
        ? 'domains names one domain twice.'
        : undefined) ??
      (otherBarriers.includes(mainBarrier) ? 'otherBarriers names the main barrier again.' : undefined);
    if (fault !== undefined) return refused('INVALID_INPUT', fault);
    const version = {
      number: current.assessments.length + 1,
      at,
      by,
      content: seal(JSON.stringify(assessment)),
      ...(assessedElsewhere === true && { repeats: true as const }),
    };
    return { ...current, assessments: [...current.assessments, version] };
  };

/** Which journey a goal belongs to. */
const strandOf: Readonly<Record<GoalKind, Strand>> = {
  HEALTH: 'HEALTH',
  STAY_IN_WORK: 'WORK',
  RETURN_TO_WORK: 'WORK',
  FIND_WORK: 'WORK',
  TRAINING: 'WORK',
  VOLUNTEERING: 'WORK',
  SOCIAL: 'SOCIAL',
};

/** Adds a version of the plan: goals of both journeys on one page (WL-15). */
export const planCase =
  (plan: Plan): Change =>
  (current, { programme, at, by, seal }) => {
    if (current.status !== 'OPEN') return closed;
    const type = programme.definition.planTypes.find(({ code }) => code === plan.type);
    const fault =
      codeFault('type', plan.type, programme.definition.planTypes) ??
      (plan.goals.length === 0 ? 'goals must name at least one goal.' : undefined) ??
      firstFault(
        plan.goals,
        ({ description, confidence, kind }) =>
          textFault('goals.description', description) ??
          ((confidence ?? 0) < 0 || (confidence ?? 0) > 10 ? 'goals.confidence must be 0 to 10.' : undefined) ??
          (type?.strands.includes(strandOf[kind]) === true || kind === 'SOCIAL'
            ? undefined
            : 'goals.kind is of a journey that this plan has not.'),
      );
    if (fault !== undefined) return refused('INVALID_INPUT', fault);
    const version = { number: current.plans.length + 1, at, by, content: seal(JSON.stringify(plan)) };
    return { ...current, plans: [...current.plans, version] };
  };

/** Adds an action that an organisation of either sector takes on. */
export const addAction =
  ({
    description,
    ...action
  }: {
    description: string;
    strand: Strand;
    owner: OrganisationId;
    dueOn?: string;
  }): Change =>
  (current, { at, seal, newId }) => {
    if (current.status !== 'OPEN') return closed;
    const fault =
      textFault('description', description) ??
      (/^[A-Za-z0-9-]{2,40}$/.test(action.owner) ? undefined : 'owner must be 2 to 40 letters, digits and hyphens.');
    if (fault !== undefined) return refused('INVALID_INPUT', fault);
    const added: Action = {
      ...action,
      id: newId(),
      description: seal(JSON.stringify(description)),
      state: 'OPEN',
      changedAt: at,
    };
    return { ...current, actions: [...current.actions, added] };
  };

/** Says how far an action has come: for its owner, and for whoever runs the case. */
export const moveAction =
  ({ action, state }: { action: string; state: ProgressState }): Change =>
  (current, { at, by }) => {
    const found = current.actions.find(({ id }) => id === action);
    if (!found) return refused('NOT_FOUND', 'No such action of this case.');
    if (found.owner !== by.organisation && current.organisation !== by.organisation) {
      return refused('NOT_PERMITTED', 'Only the owner of an action and whoever runs the case move it.');
    }
    return {
      ...current,
      actions: current.actions.map((each) => (each === found ? { ...each, state, changedAt: at } : each)),
    };
  };

/** Asks for support of one of the programme's categories. */
export const requestIntervention =
  ({
    provider,
    ...asked
  }: Pick<Intervention, 'category' | 'integrated' | 'requestedOn' | 'barrier'> & {
    readonly provider: string;
  }): Change =>
  (current, { programme, newId, today, seal }) => {
    if (current.status !== 'OPEN') return closed;
    const fault =
      codeFault('category', asked.category, programme.definition.supportCategories) ??
      textFault('provider', provider, 200) ??
      (asked.requestedOn > today ? 'requestedOn is a day to come.' : undefined);
    if (fault !== undefined) return refused('INVALID_INPUT', fault);
    const added: Intervention = { ...asked, provider: seal(JSON.stringify(provider)), id: newId(), state: 'REQUESTED' };
    return { ...current, interventions: [...current.interventions, added] };
  };

/** Each step of an intervention, the states that it may come from, and the day that it sets. */
const steps: Readonly<
  Record<
    Exclude<InterventionState, 'REQUESTED'>,
    { readonly from: readonly InterventionState[]; readonly day?: 'acceptedOn' | 'firstAttendedOn' | 'completedOn' }
  >
> = {
  ACCEPTED: { from: ['REQUESTED'], day: 'acceptedOn' },
  DECLINED: { from: ['REQUESTED', 'ACCEPTED'] },
  ATTENDED: { from: ['ACCEPTED'], day: 'firstAttendedOn' },
  COMPLETED: { from: ['ATTENDED'], day: 'completedOn' },
  CLOSED: { from: ['REQUESTED', 'ACCEPTED', 'ATTENDED'] },
};

/** Moves an intervention on, with the day on which that was. */
export const moveIntervention =
  ({
    intervention,
    state,
    on,
  }: {
    intervention: string;
    state: Exclude<InterventionState, 'REQUESTED'>;
    on: string;
  }): Change =>
  (current, { today }) => {
    const found = current.interventions.find(({ id }) => id === intervention);
    if (!found) return refused('NOT_FOUND', 'No such intervention of this case.');
    const { from, day } = steps[state];
    if (!from.includes(found.state))
      return refused('INVALID_INPUT', `An intervention that is ${found.state} cannot become ${state}.`);
    const since = found.firstAttendedOn ?? found.acceptedOn ?? found.requestedOn;
    if (on > today || on < since) return refused('INVALID_INPUT', `on must be between ${since} and today.`);
    const moved: Intervention = { ...found, state, ...(day && { [day]: on }) };
    return { ...current, interventions: current.interventions.map((each) => (each === found ? moved : each)) };
  };

const closed: Refusal = refused('CASE_CLOSED', 'The case is closed.');

function firstFault<Item>(items: readonly Item[], faultOf: (item: Item) => string | undefined): string | undefined {
  return items.map(faultOf).find((fault) => fault !== undefined);
}
