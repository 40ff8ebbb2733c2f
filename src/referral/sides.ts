import type { Viewer } from '../access/types.js';
import type { ReferralDocument } from './document.js';
import type { ReferralSide } from './words.js';

type Parties = Pick<
  ReferralDocument,
  'requesterOrganisation' | 'gatewayOrganisation' | 'targetOrganisation' | 'requester' | 'state'
>;

/**
 * The sides on which a viewer's organisation stands. A person who referred themselves is their own requester, and nobody
 * else of the issuer that vouches for clients is. A draft is the requester's alone.
 */
export function sidesOf(
  referral: Parties,
  viewer: Pick<Viewer, 'organisation' | 'audience' | 'subject'>,
): readonly ReferralSide[] {
  const sides: ReferralSide[] = [];
  const { requester, requesterOrganisation, gatewayOrganisation, targetOrganisation, state } = referral;
  const isClient = viewer.audience === 'CLIENT';
  if (
    requester.audience === 'CLIENT'
      ? isClient && requester.subject === viewer.subject
      : !isClient && requesterOrganisation === viewer.organisation
  ) {
    sides.push('REQUESTER');
  }
  if (isClient || state === 'DRAFT') return sides;
  if (gatewayOrganisation === viewer.organisation) sides.push('GATEWAY');
  if (targetOrganisation === viewer.organisation) sides.push('TARGET');
  return sides;
}
