import type { ClientId } from '../access/types.js';
import type { ConsentDocument } from '../store/documents.js';
import type { Store } from '../store/port.js';

const pageSize = 1_000;

/** Every version of every consent of these records of one person, whatever became of it. */
export async function everyConsentVersion(
  store: Pick<Store, 'collection'>,
  clients: readonly ClientId[],
): Promise<readonly ConsentDocument[]> {
  const found: ConsentDocument[] = [];
  for (const clientId of clients) {
    let after: readonly [string, number, string] | undefined;
    for (;;) {
      const page = await store.collection('consents').find({
        index: 'clientId_consentId_consentVersion',
        where: { clientId },
        limit: pageSize,
        ...(after && { after }),
      });
      found.push(...page);
      const last = page.at(-1);
      if (page.length < pageSize || !last) break;
      after = [last.consentId, last.consentVersion, last.id];
    }
  }
  return found;
}

/** The consents as they stood at an instant: of each the newest version that had been recorded by then. */
export function consentsAsOf(versions: readonly ConsentDocument[], instant: string): readonly ConsentDocument[] {
  const newest = new Map<string, ConsentDocument>();
  for (const version of versions) {
    if (version.recordedAt > instant) continue;
    const known = newest.get(version.consentId);
    if (!known || known.consentVersion < version.consentVersion) newest.set(version.consentId, version);
  }
  return [...newest.values()];
}
