import { createHash } from 'node:crypto';
import type { ReceiverReport } from '../../adapters/referral-delivery.js';
import type { OrganisationId, Viewer } from '../access/types.js';
import type { Receiver } from '../referral/deliveries.js';
import { takeReport, type ReportTaken } from '../referral/receiver-report.js';
import type { RequestContext } from './context.js';
import { openReferrals } from './referral-file.js';

/** The operation that a receiver's report is in the ledger, and its digest. */
export const reportOperation = {
  name: 'receiverReport',
  digest: createHash('sha256').update('receiverReport').digest('hex'),
};

/** A receiver's own system, which proved whose it is. */
export const reportingViewer = (organisation: OrganisationId, { audience, purpose }: Receiver): Viewer => ({
  subject: 'nhs-bars',
  organisation,
  audience,
  purpose,
  issuer: 'work-health-hub',
});

/**
 * Takes in a report about a referral that the hub sent to this viewer's organisation, in the conversation that it was sent in.
 * One of nobody's and one of somebody else's are the same answer; both are in the ledger before it leaves.
 */
export async function receiveReport(
  correlationId: string,
  report: ReceiverReport,
  context: RequestContext,
): Promise<ReportTaken | { readonly kind: 'unknown' }> {
  const { services, viewer, disclosures } = context;
  const conversation = await services.referralLists.ofConversation(correlationId);
  const document = conversation.find(({ outbox }) =>
    outbox.some(({ id, to }) => id === report.messageId && to === viewer.organisation),
  );
  const [found] = document ? await openReferrals([document], context) : [];
  if (found) disclosures.opened('Inbound.report', found.file);
  else disclosures.notFound('Inbound.report');
  await disclosures.settle();
  return found ? takeReport(services.referrals, viewer, found.document, report) : { kind: 'unknown' };
}
