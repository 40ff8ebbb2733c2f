import type { ReferralDocument } from '../referral/document.js';
import type { ReferralMove } from '../referral/words.js';
import { caseOfReferral } from '../support/open-case.js';
import type { RequestContext } from './context.js';

/**
 * Whether a move would take somebody on for whom the programme has no place: accepting, or resuming somebody who was held before
 * any case was opened. A place is taken by the case, so that between the two it can go to another; the case then says so.
 */
export async function isWithoutPlace(
  { id, programme, programmeVersion, area, streaming, clientId, state, before }: ReferralDocument,
  move: ReferralMove,
  { services, today }: RequestContext,
): Promise<boolean> {
  const begins =
    (move === 'ACCEPT' && (state === 'REQUESTED' || state === 'ACKNOWLEDGED')) ||
    (move === 'RESUME' && state === 'ON_HOLD' && before.at(-1) === 'ACCEPTED');
  if (!begins || (await services.cases.byId(caseOfReferral(id)))) return false;
  const version =
    services.programmes.version(programme, programmeVersion) ?? services.programmes.current(programme, today);
  if (!version) return false;
  const left = streaming
    ? await services.places.left(version, { area, stream: streaming.stream }, clientId)
    : await services.places.leftIn(version, area);
  return left === 0;
}
