import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';

/**
 * Whether this caller may be told what others see of a client, or would: both what was agreed and who looked are in that. Decided and recorded
 * like every read, so that the policy says who oversees (the client, whoever acts for them, the privacy officer).
 */
export function mayOversee(file: ClientFile, { disclosures }: RequestContext, section: string): boolean {
  const decisions = (['CONSENT_RECORDS', 'ACCESS_HISTORY'] as const).map((category) =>
    disclosures.decide(file, category, section),
  );
  return decisions.every(({ permitted }) => permitted);
}
