/** Format 2: free text is sealed, a case says whether it is the person's first and when its clocks are looked at. */
import type { Keyring } from '../identity/keyring.js';
import type { Sealed } from '../store/documents.js';
import { models } from '../store/models/index.js';
import type { CollectionName, Store, Stored } from '../store/port.js';
import { sealedFields, withSealed } from '../store/sealed-fields.js';
import type { CaseDocument } from '../support/case-document.js';
import type { Change } from './store-format.js';

/** Fields that nothing reads any more. */
const dropped: Readonly<Partial<Record<CollectionName, readonly string[]>>> = { referrals: ['clockHours'] };

const mostCasesOfOne = 1_000;

export function toFormat2(store: Store, keyring: Keyring): Change {
  const seal = (text: string): Sealed => (sealedText.test(text) ? (text as Sealed) : keyring.seal(text));
  return async (name, document) => {
    const made = withSealed(without(document, dropped[name] ?? []), sealedFields(models[name].schema), seal);
    return name === 'cases' ? caseOf(store, made as CaseDocument) : made;
  };
}

/**
 * A key's number, then a nonce and a tag (28 bytes) and the text, base64url: not opened, because a hub that was started with another key by
 * mistake must take nothing sealed for clear text. Clear text such as `3.5` is shorter, and sentences have spaces.
 */
const sealedText = /^\d+\.[\w-]{38,}$/;

function without(document: Stored, fields: readonly string[]): Stored {
  if (!fields.some((field) => field in document)) return document;
  return Object.fromEntries(Object.entries(document).filter(([name]) => !fields.includes(name))) as unknown as Stored;
}

/** What a case had to say from format 2 on: `entry`, and a look at its clocks, at once, by which it begins to count as work with the person. */
async function caseOf(store: Store, document: Partial<CaseDocument> & CaseDocument): Promise<CaseDocument> {
  // Read as any hub may have written it, whatever today's declaration promises.
  const { entry, nextLookOn } = document as Partial<CaseDocument>;
  if (entry !== undefined && nextLookOn !== undefined) return document;
  const { clientId, programme, openedAt, status } = document;
  const earlier = await store
    .collection('cases')
    .find({ index: 'clientId_openedAt', where: { clientId, openedAt: { lt: openedAt } }, limit: mostCasesOfOne });
  return {
    ...document,
    entry: earlier.some((each) => each.programme === programme) ? 'AGAIN' : 'FIRST',
    nextLookOn: openedAt.slice(0, 10),
    ...(status === 'OPEN' && { ground: 'BEGIN_DUE' }),
  };
}
