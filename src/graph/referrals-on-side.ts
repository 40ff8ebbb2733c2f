import type { ReferralDocument } from '../referral/document.js';
import { sidesOf } from '../referral/sides.js';
import type { ReferralSide, ReferralState } from '../referral/words.js';
import type { Key } from '../store/port.js';
import type { RequestContext } from './context.js';
import { mayEverSee } from './oversight.js';
import { recordsOf } from './proxy.js';

/** Nobody has referred themselves more often. */
const mostOfOnePerson = 200;

export interface SideQuery {
  readonly side: ReferralSide;
  readonly states: readonly ReferralState[];
  readonly limit: number;
  readonly after: readonly Key[] | undefined;
}

/**
 * The referrals in which the caller stands on one side, by state, oldest first. Everybody who refers themselves comes from one issuer:
 * their list is looked for under the person, and never through the others of that issuer.
 */
export async function referralsOnSide(
  { side, states, limit, after }: SideQuery,
  context: RequestContext,
): Promise<readonly ReferralDocument[]> {
  const { services, viewer, self } = context;
  if (!mayEverSee(context, 'REFERRAL_PROGRESS')) return [];
  if (viewer.audience !== 'CLIENT') {
    return services.referralLists.ofOrganisation(viewer.organisation, side, states, limit, after);
  }
  if (self === undefined) return [];
  const own = await services.referralLists.ofClient(await recordsOf(self, context), mostOfOnePerson);
  return own
    .filter((each) => states.includes(each.state) && sidesOf(each, viewer).includes(side))
    .sort((one, other) => comparedBy(keyOf(one), keyOf(other)))
    .filter((each) => after === undefined || comparedBy(keyOf(each), after) > 0)
    .slice(0, limit);
}

const keyOf = ({ state, submittedAt, id }: ReferralDocument): readonly string[] => [state, submittedAt, id];

function comparedBy(one: readonly string[], other: readonly Key[]): number {
  const at = one.findIndex((part, index) => part !== String(other[index]));
  return at < 0 ? 0 : (one[at] ?? '') < String(other[at]) ? -1 : 1;
}
