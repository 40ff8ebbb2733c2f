import type { ClientId } from '../access/types.js';
import type { ConsentDocument } from '../store/documents.js';
import type { Store } from '../store/port.js';

const pageSize = 1000;

/** Clients in one question: a page and no more. */
const clientsAtOnce = 50;

/**
 * The newest version of every consent of each client; clients without any have an empty list. One question for fifty
 * clients: a page asks twice, and fifty questions cost ten times as much as one.
 */
export async function newestConsents(
  store: Store,
  clients: readonly ClientId[],
): Promise<ReadonlyMap<ClientId, readonly ConsentDocument[]>> {
  const newest = new Map<ClientId, Map<string, ConsentDocument>>(clients.map((id) => [id, new Map()]));
  for (let from = 0; from < clients.length; from += clientsAtOnce) {
    await readInto(newest, store, clients.slice(from, from + clientsAtOnce));
  }
  return new Map([...newest].map(([id, documents]) => [id, [...documents.values()]]));
}

async function readInto(
  newest: ReadonlyMap<ClientId, Map<string, ConsentDocument>>,
  store: Store,
  clients: readonly ClientId[],
): Promise<void> {
  const [only] = clients;
  const clientId = clients.length === 1 && only !== undefined ? only : { in: clients };
  let after: readonly [string, string, number, string] | undefined;
  for (;;) {
    const page = await store.collection('consents').find({
      index: 'clientId_consentId_consentVersion',
      where: { clientId },
      limit: pageSize,
      // What is fixed by equality is no part of the key.
      ...(after && { after: typeof clientId === 'string' ? after.slice(1) : after }),
    });
    // In the order of the index: a later version comes after an earlier one.
    for (const document of page) newest.get(document.clientId)?.set(document.consentId, document);
    const last = page.at(-1);
    if (page.length < pageSize || !last) return;
    after = [last.clientId, last.consentId, last.consentVersion, last.id];
  }
}
