import type { HubEvent } from '../store/documents/event-slot.js';
import type { ReferralDocument } from './document.js';

/** Tells everybody who takes part that a referral changed: who it is and nothing of what happened. A draft is nobody's business. */
export async function tellParties(
  emit: (event: HubEvent) => Promise<void>,
  referral: Pick<
    ReferralDocument,
    'id' | 'clientId' | 'state' | 'requesterOrganisation' | 'gatewayOrganisation' | 'targetOrganisation'
  >,
): Promise<void> {
  const { id, clientId, state, requesterOrganisation, gatewayOrganisation, targetOrganisation } = referral;
  if (state === 'DRAFT') return;
  const organisations = new Set([requesterOrganisation, gatewayOrganisation, targetOrganisation]);
  await Promise.all(
    [...organisations].map((organisation) => emit({ kind: 'REFERRAL_CHANGED', about: id, organisation, clientId })),
  );
}
