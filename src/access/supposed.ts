import type { AccessRequest, Consent, ConsentEffect, Recipient } from './types.js';

/** Marks what was never stored: no consent of the store has this id. */
export const supposedId = 'supposed';

/**
 * A consent as the client might give it on the day of the request, for exactly what the request asks: to find out what would
 * be decided, if. `unspecific` names no single thing that it is for, which is not enough where a policy asks for that.
 */
export function supposedConsent(
  effect: ConsentEffect,
  { viewer, category, today }: AccessRequest,
  { unspecific = false, recipient = organisationOf(viewer) }: { unspecific?: boolean; recipient?: Recipient } = {},
): Consent {
  return {
    id: supposedId,
    version: 1,
    status: 'ACTIVE',
    effect,
    categories: [category],
    recipients: [recipient],
    purposes: [viewer.purpose],
    period: { start: today },
    givenOn: today,
    ...(!unspecific && { request: { what: supposedId } }),
  };
}

const organisationOf = ({ organisation }: AccessRequest['viewer']): Recipient => ({
  kind: 'organisation',
  organisation,
});
