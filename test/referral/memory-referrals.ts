/** Referrals in memory, with the store's own rules: versions, and one index that is asked for. For a hundred thousand writes. */
import type { ReferralDocument } from '../../src/referral/document.js';
import { DuplicateKey, VersionConflict } from '../../src/store/port.js';

export function createMemoryReferrals() {
  const documents = new Map<string, ReferralDocument>();
  // Waiting ones apart: the delivered ones would be looked through in every round.
  const waiting = new Map<string, ReferralDocument>();
  const put = (document: ReferralDocument): ReferralDocument => {
    documents.set(document.id, document);
    if (document.nextDeliveryAt.startsWith('9999')) waiting.delete(document.id);
    else waiting.set(document.id, document);
    return document;
  };
  return {
    all: () => [...documents.values()],
    waiting: () => waiting.size,
    collection: {
      get: (id: string) => Promise.resolve(documents.get(id)),
      insert: (document: Omit<ReferralDocument, 'version'>) =>
        documents.has(document.id)
          ? Promise.reject(new DuplicateKey('referrals', 'id'))
          : Promise.resolve(put({ ...document, version: 1 })),
      replace: (document: Omit<ReferralDocument, 'version'>, expected: number) =>
        documents.get(document.id)?.version === expected
          ? Promise.resolve(put({ ...document, version: expected + 1 }))
          : Promise.reject(new VersionConflict('referrals')),
      find: ({ where, limit }: { where: { nextDeliveryAt: { lte: string } }; limit: number }) =>
        Promise.resolve(
          [...waiting.values()]
            .filter(({ nextDeliveryAt }) => nextDeliveryAt <= where.nextDeliveryAt.lte)
            .slice(0, limit),
        ),
    },
  };
}
