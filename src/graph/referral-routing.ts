import { checkProgramme } from '../programme/eligibility.js';
import type { KnownFacts } from '../programme/facts.js';
import type { ReferralDocument } from '../referral/document.js';
import type { RequestContext } from './context.js';
import type { RouteReferralInput } from './generated.js';
import { givenFacts } from './given-facts.js';
import { noReferral, referralAnswer, referralRefusal } from './referral-answer.js';
import { findReferral } from './referral-file.js';

/** Chooses the stream of a referral, beside what the rules choose. */
export async function routeReferral(input: RouteReferralInput, context: RequestContext) {
  const { stream, facts, overrideReason } = input;
  if (facts != null && input.ruleResult != null) {
    return referralRefusal('INVALID_INPUT', 'ruleResult: the hub asks the rules itself where facts are given.');
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
  return referralAnswer(outcome, 'ReferralMoved', context);
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
