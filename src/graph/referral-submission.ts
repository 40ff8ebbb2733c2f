import { channelsOf } from '../referral/parts.js';
import type { RequestContext } from './context.js';
import type { ReferOnwardInput, SubmitReferralInput } from './generated.js';
import { noReferral, referralAnswer, referralRefusal } from './referral-answer.js';
import { findReferral } from './referral-file.js';
import { contentFrom, sharingOf, subjectOf } from './referral-input.js';

/** Refers a person to a programme's gateway in an area. */
export async function submitReferral(input: SubmitReferralInput, context: RequestContext) {
  const { services, viewer } = context;
  const subject = await subjectOf(input.subject, context, 'Mutation.submitReferral');
  const sharing = subject && (await sharingOf(input.sharing, subject.clientId, context));
  if (!subject || !sharing) return noClient;
  const channel = input.channel ?? channelsOf(viewer.audience)[0];
  if (channel === undefined) return mayNotRefer;
  const outcome = await services.referrals.submit(
    viewer,
    input.idempotencyKey,
    {
      programme: input.programme,
      area: input.area,
      channel,
      ...(input.heardFrom != null && { heardFrom: input.heardFrom }),
      sharing,
      content: contentFrom(input.content, subject.person),
      draft: input.draft ?? false,
    },
    { clientId: subject.clientId },
  );
  return referralAnswer(outcome, 'ReferralSubmitted', context);
}

/** Leads on to another gateway, in the same conversation. */
export async function referOnward(input: ReferOnwardInput, context: RequestContext) {
  const { services, viewer } = context;
  const from = await findReferral(input.referral, context, 'Mutation.referOnward');
  if (!from) return noReferral;
  if (!from.sides.some((side) => side !== 'REQUESTER')) {
    return referralRefusal('NOT_FOR_THIS_SIDE', 'Only the gateway or the target leads on from a referral.');
  }
  const { clientId } = from.document;
  const sharing = await sharingOf(input.sharing, clientId, context);
  const [channel] = channelsOf(viewer.audience);
  if (!sharing) return noClient;
  if (!channel) return mayNotRefer;
  const { person } = services.referrals.contentOf(from.document);
  const content = contentFrom(input.content, person);
  const outcome = await services.referrals.submit(
    viewer,
    input.idempotencyKey,
    { programme: input.programme, area: input.area, channel, sharing, content, draft: false },
    { clientId, onwardFrom: from.document },
  );
  return referralAnswer(outcome, 'ReferralSubmitted', context);
}

const noClient = referralRefusal('NOT_FOUND', 'No such client or consent for this caller.');
const mayNotRefer = referralRefusal('NOT_PERMITTED', 'This caller may not refer.');
