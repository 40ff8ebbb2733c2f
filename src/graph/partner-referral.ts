import { createHash } from 'node:crypto';
import type { OrganisationId, Viewer } from '../access/types.js';
import type { Receiver } from '../referral/deliveries.js';
import type { ReferralDocument } from '../referral/document.js';
import type { ShownReferral } from '../referral/partner-link/page.js';
import type { RequestContext } from './context.js';
import { openReferrals } from './referral-file.js';
import { contentOf, healthOf } from './referral-view.js';

/** The operation that a partner's page is in the ledger, and its digest. */
export const partnerOperation = {
  name: 'partnerReferral',
  digest: createHash('sha256').update('partnerReferral').digest('hex'),
};

/** Whoever proved themselves to be of an organisation that has no system. */
export const partnerViewer = (organisation: OrganisationId, { audience, purpose }: Receiver): Viewer => ({
  subject: 'one-time-link',
  organisation,
  audience,
  purpose,
  issuer: 'work-health-hub',
});

/**
 * A referral as a partner's page shows it: decided part by part like every answer, and in the ledger before it leaves.
 * Undefined where they take no part any more, or where something changed in this moment.
 */
export async function showToPartner(
  document: ReferralDocument,
  context: RequestContext,
): Promise<ShownReferral | undefined> {
  const { disclosures } = context;
  const [referral] = await openReferrals([document], context);
  if (!referral) {
    disclosures.notFound('Partner.referral');
    await disclosures.settle();
    return undefined;
  }
  const permits = (category: 'REFERRALS' | 'CONDITIONS'): boolean =>
    disclosures.decide(referral.file, category, 'Partner.referral').permitted;
  const content = permits('REFERRALS') ? contentOf(referral, context) : undefined;
  const health = permits('CONDITIONS') ? healthOf(referral, context) : undefined;
  if ((await disclosures.settle()) !== 'RELEASED') return undefined;
  const contact = content?.safeContact;
  const lines: [string, string | null | undefined][] = [
    // First: how somebody can be reached without harm is what must not be overlooked.
    [
      'Safe contact',
      contact &&
        [
          contact.method.toLowerCase().replaceAll('_', ' '),
          contact.address,
          contact.times,
          contact.mayLeaveMessage ? 'a message may be left' : 'leave no message',
          contact.note,
        ]
          .filter((part) => part != null)
          .join('; '),
    ],
    ['Reason', content?.reasonForReferral],
    ['Work', content?.workSituation],
    ['Adjustments', content?.adjustments],
    ['Needs', content?.accessNeeds.join('; ')],
    ['Health', health?.items.map(({ text }) => text).join('; ')],
  ];
  const { givenName, familyName, birthDate } = content?.person ?? {};
  const named = [givenName, familyName, birthDate && `born ${birthDate}`].filter((part) => part != null);
  return {
    state: document.state.toLowerCase().replaceAll('_', ' '),
    programme: document.programme,
    person: named.length > 0 ? named.join(' ') : 'Ask whoever referred',
    lines: lines.flatMap(([label, value]) => (value ? [[label, value] as const] : [])),
    mayAnswer: ['REQUESTED', 'ACKNOWLEDGED'].includes(document.state) && referral.sides.includes('TARGET'),
  };
}
