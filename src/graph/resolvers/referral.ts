import type { ClientId } from '../../access/types.js';
import type { ReferralDocument } from '../../referral/document.js';
import type { HubEvent } from '../../store/documents/event-slot.js';
import type { Gateway } from '../../referral/gateways.js';
import type { ReferralOutcome, ReferralRefusal } from '../../referral/desk.js';
import { checkProgramme } from '../../programme/eligibility.js';
import type { KnownFacts } from '../../programme/facts.js';
import { channelsOf } from '../../referral/parts.js';
import { keyFault } from '../../referral/submission.js';
import { openStates } from '../../referral/words.js';
import type { ClientFile } from '../client-file.js';
import { eventsFor, NothingToTell } from '../event-feed.js';
import type { RequestContext } from '../context.js';
import type {
  CapacityAnswer,
  ClientResolvers,
  MutationResolvers,
  QueryResolvers,
  ReferralEventResolvers,
  SubscriptionResolvers,
  TrackedReferralResolvers,
} from '../generated.js';
import { pageOf } from '../page.js';
import { findReferral, openReferrals, referralOf } from '../referral-file.js';
import { givenFacts } from '../given-facts.js';
import { contentFrom, sharingOf, subjectOf } from '../referral-input.js';
import { contentOf, healthOf, noteOf, progressOf } from '../referral-view.js';
import { keyOf, pageSize } from './client.js';

const largestPage = 50;

const Query: Pick<QueryResolvers, 'trackedReferral' | 'trackedReferrals' | 'referralConversation' | 'checkCapacity'> = {
  trackedReferral: (_root, { id }, context) => findReferral(id, context, 'Query.trackedReferral'),
  trackedReferrals: async (_root, { side, states, first, after }, context) => {
    const wanted = states ?? openStates;
    const list = `trackedReferrals ${JSON.stringify([side, wanted])}`;
    const limit = pageSize(first, largestPage);
    const key = after == null ? undefined : keyOf(after, list, context);
    const found = await context.services.referralLists.ofOrganisation(
      context.viewer.organisation,
      side,
      wanted,
      limit + 1,
      key,
    );
    return page(
      await openReferrals(found.slice(0, limit), context),
      found,
      { limit, list, after },
      context,
      'Query.trackedReferrals',
    );
  },
  referralConversation: async (_root, { id }, context) => {
    const found = await context.services.referralLists.ofConversation(id);
    const referrals = await openReferrals(found, context);
    for (const { file } of referrals) context.disclosures.opened('Query.referralConversation', file);
    if (referrals.length > 0) return { id, referrals };
    context.disclosures.notFound('Query.referralConversation');
    return null;
  },
  checkCapacity: (_root, { programme, area, channel }, { services }) =>
    capacityOf(services.gateways.find(programme, area), channel ?? undefined, services),
};

const Client: Pick<ClientResolvers, 'trackedReferrals'> = {
  trackedReferrals: async (file, { first, after }, context) => {
    const list = `trackedReferrals of ${file.id}`;
    const limit = pageSize(first, largestPage);
    const key = after == null ? undefined : keyOf(after, list, context);
    const found = await context.services.referralLists.ofClient(await idsOf(file, context), limit + 1, key);
    const shown = found
      .slice(0, limit)
      .map((document) => referralOf(file, document, context))
      .filter(({ document, sides }) => document.state !== 'DRAFT' || sides.includes('REQUESTER'));
    return page(shown, found, { limit, list, after }, context);
  },
};

const TrackedReferral: TrackedReferralResolvers = {
  id: ({ document }, _args, { services, viewer }) =>
    services.pairwiseIds.encode(viewer.organisation, 'referral', document.id),
  conversation: ({ document }) => document.correlationId,
  programme: ({ document }) => document.programme,
  programmeVersion: ({ document }) => document.programmeVersion,
  area: ({ document }) => document.area,
  channel: ({ document }) => document.channel,
  submittedAt: ({ document }) => document.submittedAt,
  progress: (referral) => progressOf(referral),
  content: (referral, _args, context) => contentOf(referral, context),
  health: (referral, _args, context) => healthOf(referral, context),
  duplicates: async ({ file, document }, _args, context) => {
    const { services, viewer, self } = context;
    const [others, isRelated] = await Promise.all([
      services.referralLists.overlapping(document, await idsOf(file, context)),
      services.directory.isRelated(viewer, file.id, self),
    ]);
    // Taking part in one referral opens no other: only a relationship with the person does, or taking part in that one too.
    const open = others
      .map((other) => referralOf(file, other, context))
      .filter(({ sides }) => isRelated || sides.length > 0);
    return { __typename: 'ReferralDuplicates', referrals: open };
  },
};

/** A person whose number PDS replaced can have referrals under the record that was merged into theirs. */
async function idsOf({ id }: ClientFile, { services }: RequestContext): Promise<readonly ClientId[]> {
  const merged = await services.directory.mergedInto([id]);
  return [id, ...(merged.get(id) ?? []).map((record) => record.id)];
}

const ReferralEvent: ReferralEventResolvers = {
  move: ({ event }) => event.move,
  at: ({ event }) => event.at,
  from: ({ event }) => event.from,
  to: ({ event }) => event.to,
  side: ({ event }) => event.side,
  organisation: ({ referral, event }) => (referral.locationWithheld ? null : event.by.organisation),
  reason: ({ event }) => event.reason ?? null,
  note: (event, _args, context) => noteOf(event, context),
};

const Mutation: Pick<
  MutationResolvers,
  | 'submitReferral'
  | 'referOnward'
  | 'routeReferral'
  | 'moveReferral'
  | 'identifyReferral'
  | 'resendReferral'
  | 'reportCapacity'
> = {
  submitReferral: async (_root, { input }, context) => {
    const { services, viewer } = context;
    const subject = await subjectOf(input.subject, context, 'Mutation.submitReferral');
    const sharing = subject && (await sharingOf(input.sharing, subject.clientId, context));
    if (!subject || !sharing) return refusal('NOT_FOUND', 'No such client or consent for this caller.');
    const [channel = input.channel] = channelsOf(viewer.audience);
    if (input.channel == null && channel == null) return refusal('NOT_PERMITTED', 'This caller may not refer.');
    const outcome = await services.referrals.submit(
      viewer,
      input.idempotencyKey,
      {
        programme: input.programme,
        area: input.area,
        channel: input.channel ?? channel ?? 'SELF',
        ...(input.heardFrom != null && { heardFrom: input.heardFrom }),
        sharing,
        content: contentFrom(input.content, subject.person),
        draft: input.draft ?? false,
      },
      { clientId: subject.clientId },
    );
    return answer(outcome, 'ReferralSubmitted', context);
  },
  referOnward: async (_root, { input }, context) => {
    const { services, viewer } = context;
    const from = await findReferral(input.referral, context, 'Mutation.referOnward');
    if (!from) return noReferral;
    if (!from.sides.some((side) => side !== 'REQUESTER')) {
      return refusal('NOT_FOR_THIS_SIDE', 'Only the gateway or the target leads on from a referral.');
    }
    const clientId = from.document.clientId;
    const sharing = await sharingOf(input.sharing, clientId, context);
    const [channel] = channelsOf(viewer.audience);
    if (!sharing) return refusal('NOT_FOUND', 'No such client or consent for this caller.');
    if (!channel) return refusal('NOT_PERMITTED', 'This caller may not refer.');
    const { person } = services.referrals.contentOf(from.document);
    const content = contentFrom(input.content, person);
    const outcome = await services.referrals.submit(
      viewer,
      input.idempotencyKey,
      { programme: input.programme, area: input.area, channel, sharing, content, draft: false },
      { clientId, onwardFrom: from.document },
    );
    return answer(outcome, 'ReferralSubmitted', context);
  },
  routeReferral: async (_root, { input }, context) => {
    const { stream, facts, overrideReason } = input;
    if (facts != null && input.ruleResult != null) {
      return refusal('INVALID_INPUT', 'ruleResult: the hub asks the rules itself where facts are given.');
    }
    const found = await findReferral(input.referral, context, 'Mutation.routeReferral');
    if (!found) return noReferral;
    const ruleResult =
      facts == null ? input.ruleResult : ruledStream(found.document, givenFacts(facts, context.today), context);
    const route = {
      stream,
      ...(ruleResult != null && { ruleResult }),
      ...(overrideReason != null && { overrideReason }),
    };
    const outcome = await context.services.referrals.move(context.viewer, found.document, input.idempotencyKey, {
      move: 'ROUTE',
      route,
    });
    return answer(outcome, 'ReferralMoved', context);
  },
  moveReferral: async (_root, { input }, context) => {
    const { move, reason, note } = input;
    if (move === 'ROUTE') return refusal('INVALID_INPUT', 'move: a stream is chosen by routeReferral.');
    const request = { move, ...(reason != null && { reason }), ...(note != null && { note }) };
    return moved(input, request, context, 'Mutation.moveReferral');
  },
  identifyReferral: async (_root, { input }, context) => {
    const found = await findReferral(input.referral, context, 'Mutation.identifyReferral');
    if (!found) return noReferral;
    const fault = keyFault(input.idempotencyKey);
    if (fault !== undefined) return refusal('INVALID_INPUT', fault);
    const subject = await subjectOf(input.subject, context, 'Mutation.identifyReferral');
    if (!subject) return refusal('NOT_FOUND', 'No such client for this caller.');
    if (!subject.clientId) return refusal('INVALID_INPUT', 'subject must be a client or an NHS number.');
    const outcome = await context.services.referrals.identify(context.viewer, found.document, subject.clientId);
    return answer(outcome, 'ReferralMoved', context);
  },
  resendReferral: async (_root, { input }, context) => {
    const found = await findReferral(input.referral, context, 'Mutation.resendReferral');
    if (!found) return noReferral;
    const fault = keyFault(input.idempotencyKey);
    if (fault !== undefined) return refusal('INVALID_INPUT', fault);
    return answer(await context.services.referrals.resend(context.viewer, found.document), 'ReferralMoved', context);
  },
  reportCapacity: async (_root, { input }, { services, viewer }) => {
    const gateway = services.gateways.find(input.programme, input.area);
    if (gateway?.organisation !== viewer.organisation || channelsOf(viewer.audience).length === 0) {
      return refusal('NOT_PERMITTED', 'Only a gateway’s own people say how much room it has.');
    }
    const { accepting, freePlaces, expectedWaitDays } = input;
    const fault = keyFault(input.idempotencyKey) ?? countFault({ freePlaces, expectedWaitDays });
    if (fault !== undefined) return refusal('INVALID_INPUT', fault);
    await services.capacities.report(viewer, gateway, input.idempotencyKey, {
      accepting,
      ...(freePlaces != null && { freePlaces }),
      ...(expectedWaitDays != null && { expectedWaitDays }),
    });
    return { __typename: 'CapacityReported', capacity: await capacityOf(gateway, undefined, services) };
  },
};

async function moved(
  { referral: id, idempotencyKey }: { readonly referral: string; readonly idempotencyKey: string },
  request: Parameters<RequestContext['services']['referrals']['move']>[3],
  context: RequestContext,
  section: string,
) {
  const found = await findReferral(id, context, section);
  if (!found) return noReferral;
  const outcome = await context.services.referrals.move(context.viewer, found.document, idempotencyKey, request);
  return answer(outcome, 'ReferralMoved', context);
}

async function answer<Name extends 'ReferralSubmitted' | 'ReferralMoved'>(
  outcome: ReferralOutcome,
  __typename: Name,
  context: RequestContext,
) {
  if (outcome.kind === 'refused') return refusal(outcome.reason, outcome.message);
  const [referral] = await openReferrals([outcome.document], context);
  return referral ? { __typename, referral } : noReferral;
}

/** The stream that the rules choose: the first that the person is eligible for; NONE where none; undefined where they cannot say. */
function ruledStream(
  { programme, programmeVersion, area }: ReferralDocument,
  known: KnownFacts,
  { services, today }: RequestContext,
): string | undefined {
  const version = services.programmes.version(programme, programmeVersion);
  if (!version) return undefined;
  const here = services.gateways.find(programme, area)?.streams.map(({ name }) => name) ?? [];
  const answers = checkProgramme(version, known, today).filter(({ stream }) => here.includes(stream.definition.code));
  const eligible = answers.find(({ outcome }) => outcome === 'ELIGIBLE');
  if (eligible) return eligible.stream.definition.code;
  return answers.some(({ outcome }) => outcome === 'CANNOT_SAY_YET') ? undefined : 'NONE';
}

const refusal = (reason: ReferralRefusal, message: string) => ({
  __typename: 'ReferralRefused' as const,
  reason,
  message,
});
const noReferral = refusal('NOT_FOUND', 'No such referral for this caller.');

const countFault = (counts: Readonly<Record<string, number | null | undefined>>): string | undefined => {
  const wrong = Object.entries(counts).find(([, count]) => count != null && (count < 0 || count > 100_000));
  return wrong && `${wrong[0]} must be 0 to 100,000.`;
};

async function capacityOf(
  gateway: Gateway | undefined,
  channel: Gateway['channels'][number] | undefined,
  services: RequestContext['services'],
): Promise<CapacityAnswer> {
  const said = gateway && (await services.capacities.of(gateway));
  return {
    served: gateway !== undefined,
    channelOpen: gateway !== undefined && (channel === undefined || gateway.channels.includes(channel)),
    accepting: said?.accepting ?? null,
    freePlaces: said?.freePlaces ?? null,
    expectedWaitDays: said?.expectedWaitDays ?? null,
    asOf: said?.asOf ?? null,
    streams: gateway?.streams.map(({ name }) => name) ?? [],
  };
}

function page(
  shown: readonly ReturnType<typeof referralOf>[],
  found: readonly ReferralDocument[],
  { limit, list, after }: { limit: number; list: string; after: string | null | undefined },
  context: RequestContext,
  section?: string,
) {
  if (section !== undefined) for (const { file } of shown) context.disclosures.opened(section, file);
  const key = (document: ReferralDocument) =>
    section === undefined
      ? [document.clientId, document.submittedAt, document.id]
      : [document.state, document.submittedAt, document.id];
  const last = found.slice(0, limit).at(-1);
  return {
    withheld: null,
    ...pageOf({
      items: shown.map((node) => ({ node, key: key(node.document) })),
      hasNextPage: found.length > limit,
      hasPreviousPage: after != null,
      last: last && key(last),
      cursorOf: (keys) => context.services.cursors.encode(context.viewer, list, keys),
    }),
  };
}

const Subscription: Pick<SubscriptionResolvers, 'referralChanged'> = {
  referralChanged: {
    subscribe: (_root, { id }, context) => {
      const { pairwiseIds } = context.services;
      const wanted = id == null ? undefined : pairwiseIds.decode(context.viewer.organisation, 'referral', id);
      const isWanted = ({ about }: HubEvent): boolean => id == null || about === wanted;
      return eventsFor('REFERRAL_CHANGED', context, isWanted) as AsyncIterable<never>;
    },
    // Looked up and decided now: who takes part may have changed since.
    resolve: async (event: HubEvent, _args: unknown, context: RequestContext) => {
      const document = await context.services.referrals.byId(event.about);
      const [found] = document ? await openReferrals([document], context) : [];
      if (!found) throw new NothingToTell();
      context.disclosures.opened('Subscription.referralChanged', found.file);
      return found;
    },
  },
};

export const referral = { Query, Mutation, Subscription, Client, TrackedReferral, ReferralEvent };
