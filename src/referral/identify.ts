import type { ClientId, Viewer } from '../access/types.js';
import { VersionConflict } from '../store/port.js';
import { tellParties } from './changes.js';
import { actorOf, instantOf, referralsOf, type DeskParts } from './desk-parts.js';
import type { ReferralDocument } from './document.js';
import { noSuchReferral, refused, type ReferralOutcome } from './outcome.js';
import { mayTakePart } from './parts.js';
import { createRelationSettling, nextLook, relationAfter } from './relation.js';
import { sidesOf } from './sides.js';

/** Says whom a referral by name means: once, and by those who answer it. */
export async function identifyReferral(
  parts: DeskParts,
  viewer: Viewer,
  referral: ReferralDocument,
  clientId: ClientId,
): Promise<ReferralOutcome> {
  if (!sidesOf(referral, viewer).some((side) => side !== 'REQUESTER') || !mayTakePart(viewer.audience)) {
    return refused('NOT_FOR_THIS_SIDE', 'This is for the gateway or the target to do.');
  }
  const referrals = referralsOf(parts);
  for (;;) {
    const current = await referrals.get(referral.id);
    if (!current) return noSuchReferral;
    if (current.clientId === clientId) return { kind: 'stored', document: current };
    if (!current.clientId.startsWith('unidentified:')) {
      return refused('ALREADY_IDENTIFIED', 'It is known already whom this referral means.');
    }
    const { version, ...kept } = current;
    const at = instantOf(parts);
    const identified = { ...kept, clientId, identified: { by: actorOf(viewer), at } };
    const relation = relationAfter(identified);
    const next = { ...identified, ...(relation && { relation }) };
    try {
      const stored = await referrals.replace({ ...next, nextClockAt: nextLook(next, at) }, version);
      const document = await createRelationSettling(parts)(stored);
      await tellParties(parts.emit, document);
      return { kind: 'stored', document };
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
