import type { DataCategory } from '../access/types.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import { scopeOf } from './proxy.js';

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

/** Of which categories: whoever acts for a client is told of those alone that their authority reaches. */
export function overseenCategories(
  { proxy }: ClientFile,
  { policy }: RequestContext,
): (about: { readonly category: DataCategory }) => boolean {
  if (!proxy) return () => true;
  const { categories } = scopeOf(policy, proxy);
  return ({ category }) => categories.includes(category);
}

/** Whether any client's word could open a category to this caller; where none can, there is nothing to look through. */
export function mayEverSee(
  { policy, viewer }: Pick<RequestContext, 'policy' | 'viewer'>,
  category: DataCategory,
): boolean {
  const rule = policy.ruleFor(viewer.audience, viewer.purpose, category, viewer.application);
  return rule !== undefined && rule.basis !== 'NEVER';
}

/** Whether it is each client's word that opens a category to this caller. */
export const dependsOnConsent = (
  { policy, viewer }: Pick<RequestContext, 'policy' | 'viewer'>,
  category: DataCategory,
): boolean => policy.ruleFor(viewer.audience, viewer.purpose, category, viewer.application)?.basis === 'CONSENT';
