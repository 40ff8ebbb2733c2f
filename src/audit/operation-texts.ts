import type { OperationDocument } from '../store/documents/operation.js';
import { insertNew } from '../store/insert-new.js';
import type { Store } from '../store/port.js';

/** The texts behind the digests of operations in the ledger: what was asked, beside who asked it (goal row 20). */
export interface OperationTexts {
  /** Durable when it resolves, as it must be before a ledger record names the digest. */
  keep(digest: string, text: string): Promise<void>;
  /** By digest; of what the hub does of itself there is no text. */
  of(digests: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Digests remembered as kept: as many operations as a hub has callers' programs for, many times over. */
const remembered = 10_000;

export function createOperationTexts({
  store,
  now,
}: {
  store: Pick<Store, 'collection'>;
  now: () => number;
}): OperationTexts {
  const operations = store.collection('operations');
  const kept = new Set<string>();
  return {
    async keep(digest, text) {
      if (kept.has(digest)) return;
      if ((await operations.get(digest)) === undefined) {
        const operation: Omit<OperationDocument, 'version'> = {
          id: digest,
          text,
          firstAskedAt: new Date(now()).toISOString(),
        };
        await insertNew(operations, [operation]);
      }
      if (kept.size >= remembered) kept.clear();
      kept.add(digest);
    },
    async of(digests) {
      const found = await operations.getMany([...new Set(digests)]);
      return new Map(found.map(({ id, text }) => [id, text]));
    },
  };
}
