import type { HubEvent } from '../../store/documents/event-slot.js';
import { checkCapacity, reportCapacity } from '../capacity-view.js';
import type { RequestContext } from '../context.js';
import { eventsFor, NothingToTell } from '../event-feed.js';
import type {
  ClientResolvers,
  MutationResolvers,
  QueryResolvers,
  ReferralEventResolvers,
  SubscriptionResolvers,
  TrackedReferralResolvers,
} from '../generated.js';
import { keyMisuse } from '../key-misuse.js';
import { moveReferral } from '../referral-moving.js';
import { noReferral, referralAnswer, referralRefusal } from '../referral-answer.js';
import { findReferral, mayFollow, openReferrals } from '../referral-file.js';
import { subjectOf } from '../referral-input.js';
import { conversationOf, duplicatesOf, referralsOfClient, referralsOfOrganisation } from '../referral-pages.js';
import { routeReferral } from '../referral-routing.js';
import { referOnward, submitReferral } from '../referral-submission.js';
import { contentOf, healthOf, noteOf, progressOf } from '../referral-view.js';

const Query: Pick<QueryResolvers, 'trackedReferral' | 'trackedReferrals' | 'referralConversation' | 'checkCapacity'> = {
  trackedReferral: (_root, { id }, context) => findReferral(id, context, 'Query.trackedReferral'),
  trackedReferrals: (_root, args, context) => referralsOfOrganisation(args, context),
  referralConversation: (_root, { id }, context) => conversationOf(id, context),
  checkCapacity: (_root, args, context) => checkCapacity(args, context),
};

const Client: Pick<ClientResolvers, 'trackedReferrals'> = {
  trackedReferrals: (file, args, context) => referralsOfClient(file, args, context),
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
  progress: (referral, _args, context) => progressOf(referral, context),
  content: (referral, _args, context) => contentOf(referral, context),
  health: (referral, _args, context) => healthOf(referral, context),
  duplicates: (referral, _args, context) => duplicatesOf(referral, context),
};

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
  submitReferral: (_root, { input }, context) => submitReferral(input, context),
  referOnward: (_root, { input }, context) => referOnward(input, context),
  routeReferral: (_root, { input }, context) => routeReferral(input, context),
  moveReferral: (_root, { input }, context) => moveReferral(input, context),
  identifyReferral: async (_root, { input }, context) => {
    const found = await findReferral(input.referral, context, 'Mutation.identifyReferral');
    if (!found) return noReferral;
    const misuse = await keyMisuse('identifyReferral', input, context);
    if (misuse) return referralRefusal(misuse.reason, misuse.message);
    const subject = await subjectOf(input.subject, context, 'Mutation.identifyReferral');
    if (!subject) return referralRefusal('NOT_FOUND', 'No such client for this caller.');
    if (!subject.clientId) return referralRefusal('INVALID_INPUT', 'subject must be a client or an NHS number.');
    const outcome = await context.services.referrals.identify(context.viewer, found.document, subject.clientId);
    return referralAnswer(outcome, 'ReferralMoved', context);
  },
  resendReferral: async (_root, { input }, context) => {
    const found = await findReferral(input.referral, context, 'Mutation.resendReferral');
    if (!found) return noReferral;
    const misuse = await keyMisuse('resendReferral', input, context);
    if (misuse) return referralRefusal(misuse.reason, misuse.message);
    const outcome = await context.services.referrals.resend(context.viewer, found.document);
    return referralAnswer(outcome, 'ReferralMoved', context);
  },
  reportCapacity: (_root, { input }, context) => reportCapacity(input, context),
};

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
      // That it moved is how it stands: whoever may not be told the one is not told the other.
      if (!found || !mayFollow(found, context, 'Subscription.referralChanged')) throw new NothingToTell();
      return found;
    },
  },
};

export const referral = { Query, Mutation, Subscription, Client, TrackedReferral, ReferralEvent };
