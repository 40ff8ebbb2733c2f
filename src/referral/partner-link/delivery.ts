import type { Notify } from '../../../adapters/gov-uk-notify/index.js';
import type { ReferralDelivery } from '../../../adapters/referral-delivery.js';
import { UpstreamError } from '../../../adapters/upstream-error.js';
import { sendingOf, type PartnerLinks } from './links.js';

/**
 * To an organisation that has no system: an e-mail that says that something waits, and a link that opens once. Nothing of the
 * person is in the message or in the link.
 */
export function createLinkDelivery({
  notify,
  links,
  publicUrl,
  email,
}: {
  notify: Notify;
  links: PartnerLinks;
  publicUrl: string;
  email: string;
}): ReferralDelivery {
  return {
    async deliver({ messageId, resends = 0, referralId, receiver }, signal) {
      // Sent again by hand it is another link, in another e-mail; those before it open nothing any more.
      for (let earlier = 0; earlier < resends; earlier += 1) await links.revoke(sendingOf(messageId, earlier));
      const sending = sendingOf(messageId, resends);
      const token = await links.issue(sending, referralId, receiver);
      const link = `${publicUrl.replace(/\/$/, '')}/partner/referral/${token}`;
      try {
        // Whoever died between sending it and writing that down sent it: a second e-mail would be a puzzle to whoever reads both.
        if (await notify.hasEmailed(sending, signal)) return { kind: 'delivered' };
        await notify.email(email, { link }, sending, signal);
        return { kind: 'delivered' };
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        const { reason, status, retryAfterSeconds } = error;
        // What Notify says no to (a template, an address) it says no to again; its own troubles pass.
        if (reason === 'REFUSED' && status !== 403) return { kind: 'refused', fault: 'MESSAGE_REFUSED' };
        return {
          kind: 'retry',
          fault: reason,
          ...(retryAfterSeconds !== undefined && { afterSeconds: retryAfterSeconds }),
        };
      }
    },
    close: () => notify.close(),
  };
}
