/** Referring and moving referrals over HTTP, as the partners of one hub do. */
import type { Caller } from './caller.js';
import type { Claims } from './hub.js';

export const dundee = { programme: 'scotland-health-and-work-support', area: 'DUNDEE' } as const;
/** The people of organisations that have no persona. */
export const harbourCoach: Claims = {
  sub: 'coach-harbour',
  organisation: 'HARBOUR-TRUST',
  role: 'WORK_AND_HEALTH_COACH',
  purpose: 'EMPLOYMENT_SUPPORT',
};
export const employer: Claims = {
  sub: 'hr-lead',
  organisation: 'HARBOUR-HOTELS',
  role: 'EMPLOYER',
  purpose: 'EMPLOYMENT_SUPPORT',
};

const withheld = '... on Withheld { category reason rule }';
export const fields = `id conversation programme programmeVersion area channel submittedAt sides locationWithheld
  progress { __typename ... on ReferralProgress { state stateReason closedAt
    streaming { stream ruleResult overrideReason decidedBy decidedAt } openMoves { move reasons }
    clocks { clock startedAt dueAt stoppedAt breachedAt }
    history { move at from to side organisation reason note } deliveries { to kind state attempts } } ${withheld} }
  content { __typename ... on ReferralContent { person { givenName familyName birthDate identified } reasonForReferral goal workSituation adjustments
    accessNeeds safeContact { method address times mayLeaveMessage note } sharing { basis statement } heardFrom } ${withheld} }
  health { __typename ... on ReferralHealth { items { category text } withheld { category reason } } ${withheld} }`;
const refused = '... on ReferralRefused { reason message }';

let keys = 0;
export const newKey = (): string => `referral-${(keys += 1)}`;

export const content = {
  reasonForReferral: 'Off work since March, and wants to go back.',
  goal: 'RETURN_TO_WORK',
  accessNeeds: ['step-free access'],
  safeContact: { method: 'TEXT', address: '07700 900123', times: 'mornings', mayLeaveMessage: false },
} as const;
export const sharing = { basis: 'CONSENT', statement: 'Spoken consent at the appointment.' } as const;

/** A referral as a test reads it. */
export interface Seen {
  readonly id: string;
  readonly conversation: string;
  readonly sides: readonly string[];
  readonly channel: string;
  readonly progress: {
    readonly state: string;
    readonly closedAt: string | null;
    readonly clocks: readonly {
      readonly clock: string;
      readonly dueAt: string;
      readonly stoppedAt: string | null;
      readonly breachedAt: string | null;
    }[];
    readonly history: readonly { readonly move: string; readonly note: string | null }[];
    readonly deliveries: readonly { readonly to: string; readonly kind: string; readonly state: string }[];
  };
  readonly duplicates: { readonly referrals: readonly { readonly id: string }[] };
}

/** What a mutation answered. */
export interface Result {
  readonly __typename: string;
  readonly referral: Seen;
}

const ask = async (caller: Caller, field: string, operation: string, input: object): Promise<Result> => {
  const answer = await caller.query(operation, { input: { idempotencyKey: newKey(), ...input } });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return (answer.data as Readonly<Record<string, Result>>)[field]!;
};

export const submit = (caller: Caller, input: object): Promise<Result> =>
  ask(caller, 'submitReferral', `mutation S($input: SubmitReferralInput!) { submitReferral(input: $input) { __typename
    ... on ReferralSubmitted { referral { ${fields} duplicates { __typename ... on ReferralDuplicates { referrals { id } } ${withheld} } } } ${refused} } }`, {
    ...dundee,
    sharing,
    content,
    ...input,
  }); // prettier-ignore

export const moveIt = (caller: Caller, referral: string, move: string, input: object = {}): Promise<Result> =>
  ask(caller, 'moveReferral', `mutation M($input: MoveReferralInput!) { moveReferral(input: $input) { __typename
    ... on ReferralMoved { referral { ${fields} } } ${refused} } }`, { referral, move, ...input }); // prettier-ignore

export const route = (caller: Caller, referral: string, stream: string, input: object = {}): Promise<Result> =>
  ask(caller, 'routeReferral', `mutation R($input: RouteReferralInput!) { routeReferral(input: $input) { __typename
    ... on ReferralMoved { referral { ${fields} } } ${refused} } }`, { referral, stream, ...input }); // prettier-ignore

export const referOnward = (caller: Caller, referral: string, input: object): Promise<Result> =>
  ask(caller, 'referOnward', `mutation O($input: ReferOnwardInput!) { referOnward(input: $input) { __typename
    ... on ReferralSubmitted { referral { ${fields} } } ${refused} } }`, {
    referral,
    sharing,
    content,
    ...input,
  }); // prettier-ignore

export const read = async (caller: Caller, id: string): Promise<Seen> =>
  (await caller.query(`query T($id: ID!) { trackedReferral(id: $id) { ${fields} duplicates { __typename ... on ReferralDuplicates { referrals { id } } ${withheld} } } }`, { id }))
    .data.trackedReferral as Seen; // prettier-ignore

export interface Page {
  readonly edges: readonly { readonly node: Seen }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A page of a list: what a caller finds of a side, by their own ids. */
export const list = async (caller: Caller, side: string, more = ''): Promise<Page> =>
  (await caller.query(`{ trackedReferrals(side: ${side}${more}) { edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } } }`))
    .data.trackedReferrals as Page; // prettier-ignore

export const identify = (caller: Caller, referral: string, subject: object): Promise<Result> =>
  ask(caller, 'identifyReferral', `mutation I($input: IdentifyReferralInput!) { identifyReferral(input: $input) { __typename
    ... on ReferralMoved { referral { ${fields} } } ${refused} } }`, { referral, subject }); // prettier-ignore
