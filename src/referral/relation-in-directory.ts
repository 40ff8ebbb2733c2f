import type { Directory } from '../identity/directory.js';
import type { Relations } from './relation.js';

/** A referral that was taken on, as the ground on which its target works with the person. */
export const referralRelations = (directory: Pick<Directory, 'relate' | 'endGround'>): Relations => ({
  begin: ({ organisation, clientId, referral, at }) =>
    directory.relate(
      { organisation, clientId, kind: 'SUPPORT_PROVIDER', since: at },
      { kind: 'REFERRAL', of: referral },
    ),
  end: ({ organisation, clientId, referral, at }) =>
    directory.endGround(organisation, clientId, { kind: 'REFERRAL', of: referral }, at),
});
