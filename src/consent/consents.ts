import type { ClientId } from '../access/types.js';
import type { ConsentDocument } from '../store/documents.js';
import type { Store } from '../store/port.js';

const pageSize = 1000;

/** The newest version of every consent of each client; clients without any have an empty list. */
export async function newestConsents(
  store: Store,
  clients: readonly ClientId[],
): Promise<ReadonlyMap<ClientId, readonly ConsentDocument[]>> {
  return new Map(await Promise.all(clients.map(async (id) => [id, await newestOf(store, id)] as const)));
}

async function newestOf(store: Store, clientId: ClientId): Promise<readonly ConsentDocument[]> {
  const newest = new Map<string, ConsentDocument>();
  let after: readonly [string, number, string] | undefined;
  for (;;) {
    const page = await store.collection('consents').find({
      index: 'clientId_consentId_consentVersion',
      where: { clientId },
      limit: pageSize,
      ...(after && { after }),
    });
    // In the order of the index: a later version comes after an earlier one.
    for (const document of page) newest.set(document.consentId, document);
    const last = page.at(-1);
    if (page.length < pageSize || !last) return [...newest.values()];
    after = [last.consentId, last.consentVersion, last.id];
  }
}
