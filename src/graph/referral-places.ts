import type { ReferralDocument } from '../referral/document.js';
import type { ReferralMove } from '../referral/words.js';
import { caseOfReferral } from '../support/open-case.js';
import type { RequestContext } from './context.js';

/**
 * Keeps a place for whom a move takes on: accepting, or resuming somebody who was held before any case was opened. It is theirs for as
 * long as the referral stands accepted, and then their case's; false where the programme has none (docs/adr/0026).
 */
export async function keepPlace(
  { id, programme, programmeVersion, area, streaming, clientId, state, before }: ReferralDocument,
  move: ReferralMove,
  { services }: Pick<RequestContext, 'services'>,
): Promise<boolean> {
  const begins =
    (move === 'ACCEPT' && (state === 'REQUESTED' || state === 'ACKNOWLEDGED')) ||
    (move === 'RESUME' && state === 'ON_HOLD' && before.at(-1) === 'ACCEPTED');
  const caseId = caseOfReferral(id);
  const version = services.programmes.version(programme, programmeVersion);
  if (!begins || !version || (await services.cases.byId(caseId))) return true;
  const entry = await services.places.entryOf(programme, clientId);
  const stream = streaming && { stream: streaming.stream };
  return (await services.places.give(version, { caseId, area, ...stream, entry, referral: id })) === 'GIVEN';
}
