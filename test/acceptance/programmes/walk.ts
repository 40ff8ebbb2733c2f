/** A hub in the year of a programme, with a gateway for it, and the way from a referral to a case. */
import type { HubSettingsInput } from '../../../src/config.js';
import { startHub, type Enrolment, type TestHub, type Who } from '../hub.js';
import { moveIt, route, submit } from '../referrals.js';
import { clockAt, must, policySince, traceEarly, type Any } from './case-work.js';

export interface Setting {
  readonly programme: string;
  readonly version: string;
  readonly area: string;
  readonly streams: readonly string[];
  /** The first day of the story. */
  readonly day: string;
  readonly people: Readonly<Record<string, Enrolment>>;
  /** A folder of programmes; absent: those that are shipped. */
  readonly programmes?: string;
}

export interface Walk {
  readonly hub: TestHub;
  readonly clock: ReturnType<typeof clockAt>;
  /** What the rules say of the facts today, by stream. */
  eligibility(who: Who, facts: object): Promise<Readonly<Record<string, string>>>;
  /** From the referral to its acceptance by the provider, which is the gateway; the id is the provider's. */
  accepted(who: Who, name: string | undefined, stream: string, more?: object): Promise<string>;
  /** A case from a referral. */
  caseFrom(referral: string, facts: object, more?: object): Promise<Any>;
}

export async function startWalk({
  programme,
  version,
  area,
  streams,
  day,
  people,
  programmes,
}: Setting): Promise<Walk> {
  const clock = clockAt(day);
  const gateways = [
    {
      programme,
      area,
      organisation: 'PATHWAYS',
      streams: streams.map((name) => ({ name, organisation: 'PATHWAYS' })),
    },
  ];
  const hub = await startHub({
    clock,
    people,
    change: (settings): HubSettingsInput => ({
      ...policySince(version)(settings),
      ...(programmes !== undefined && { programmes }),
      referral: { gateways },
    }),
  });
  await traceEarly(hub, Object.keys(people));
  const provider = hub.as('work-and-health-coach');
  return {
    hub,
    clock,
    async eligibility(who, facts) {
      const { data } = await hub
        .as(who)
        .query(
          'query Check($input: EligibilityInput!) { checkEligibility(input: $input) { streams { stream outcome } } }',
          { input: { programmes: [programme], facts } },
        );
      const found = data.checkEligibility.streams as readonly { stream: string; outcome: string }[];
      return Object.fromEntries(found.map(({ stream, outcome }) => [stream, outcome]));
    },
    async accepted(who, name, stream, more = {}) {
      const partner = who === 'clinician' ? 'practice' : 'jobcentre';
      const subject = name === undefined ? {} : { subject: { client: await hub.idFor(partner, name) } };
      const { referral } = await submit(hub.as(who), { programme, area, ...subject, ...more });
      const { data } = await provider.query(
        'query C($id: ID!) { referralConversation(id: $id) { referrals { id } } }',
        {
          id: referral.conversation,
        },
      );
      const ours = data.referralConversation.referrals[0].id as string;
      for (const answer of [
        await moveIt(provider, ours, 'ACKNOWLEDGE'),
        await route(provider, ours, stream, { ruleResult: stream }),
        await moveIt(provider, ours, 'ACCEPT'),
      ]) {
        if (answer.__typename !== 'ReferralMoved') throw new Error(JSON.stringify(answer));
      }
      return ours;
    },
    caseFrom: (referral, facts, more = {}) => must(provider, 'openCase', { referral, facts, ...more }),
  };
}

const sessionFields = 'id startsAt kind topic mode place hostedBy deliveredBy role state';
const stored = `__typename ... on SessionStored { session { ${sessionFields} } } ... on CaseRefused { reason message }`;
let keys = 0;

/** A verb of sessions, and what it answered. */
export async function session(
  caller: ReturnType<TestHub['as']>,
  verb: 'bookSession' | 'joinGroupSession' | 'closeSession',
  input: object,
): Promise<Any> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const { data, errors } = await caller.query(
    `mutation Do($input: ${type}!) { ${verb}(input: $input) { ${stored} } }`,
    { input: { idempotencyKey: `session-${(keys += 1)}`, ...input } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[verb];
}

export async function schedule(caller: ReturnType<TestHub['as']>, input: object): Promise<Any> {
  const { data, errors } = await caller.query(
    `mutation Plan($input: ScheduleGroupSessionsInput!) { scheduleGroupSessions(input: $input) { __typename
      ... on GroupSessionsScheduled { sessions { id startsAt number capacity placesLeft } } ... on CaseRefused { reason message } } }`,
    { input: { idempotencyKey: `group-plan-${(keys += 1)}`, ...input } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.scheduleGroupSessions;
}

export async function timeline(caller: ReturnType<TestHub['as']>, id: string): Promise<Any> {
  const { data, errors } = await caller.query(
    'query T($id: ID!) { case(id: $id) { timeline { ... on CaseTimeline { events { at what strand organisation } } } } }',
    { id },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.case.timeline.events;
}
