import type { ClientId, OrganisationId } from '../access/types.js';
import type { LedgerDocument } from '../store/documents.js';
import type { Key, Store } from '../store/port.js';
import { hubAsSource } from './holder.js';
import type { CorrectionDocument } from './document.js';

/** Organisations that were shown what a correction put right, by the ledger. */
export type RecipientsOf = (correction: CorrectionDocument) => Promise<readonly OrganisationId[]>;

const pageSize = 500;

/**
 * UK GDPR article 19: a rectification is communicated to each recipient to whom the data was disclosed. Whoever has put it right knows,
 * and so does the client; everybody else who was permitted the category, and for whom its source was asked, is a recipient.
 * @param recordsOf every record of the person: a wrong fact was shown under each of them
 */
export function createRecipients({
  store,
  recordsOf,
}: {
  store: Pick<Store, 'collection'>;
  recordsOf: (client: ClientId) => Promise<readonly ClientId[]>;
}): RecipientsOf {
  const ledger = store.collection('ledger');

  async function* recordsAbout(clientId: ClientId): AsyncGenerator<LedgerDocument> {
    for (let after: readonly Key[] | undefined; ;) {
      const page = { limit: pageSize, ...(after && { after }) };
      const found = await ledger.find({ index: 'clientId_at', where: { clientId }, ...page });
      yield* found;
      const last = found.at(-1);
      if (!last || found.length < pageSize) return;
      after = [last.at, last.id];
    }
  }

  return async ({ clientId, category, source, addressedTo }) => {
    const recipients = new Set<OrganisationId>();
    for (const record of await recordsOf(clientId)) {
      for await (const { viewer, lines } of recordsAbout(record)) {
        if (viewer.audience === 'CLIENT' || viewer.organisation === addressedTo) continue;
        const isShown = lines.some(
          (line) =>
            line.category === category &&
            line.outcome === 'PERMITTED' &&
            (source === hubAsSource || line.sources.includes(source)),
        );
        if (isShown) recipients.add(viewer.organisation);
      }
    }
    return [...recipients].sort();
  };
}
