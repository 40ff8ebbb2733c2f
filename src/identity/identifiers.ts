import type { ClientId, NHSNumber } from '../access/types.js';
import type { IdentifierDocument } from '../store/documents.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import type { Keyring } from './keyring.js';

/** From NHS numbers to clients, by keyed hash: the numbers themselves are nowhere in the clear. */
export interface Identifiers {
  find(nhsNumber: NHSNumber): Promise<IdentifierDocument | undefined>;
  /** Makes the number the client's, or gives back whose it is already. */
  claim(nhsNumber: NHSNumber, clientId: ClientId): Promise<IdentifierDocument>;
  /** Takes away a claim of this moment. Rejects with `VersionConflict` where there is none. */
  release(nhsNumber: NHSNumber): Promise<void>;
  markSuperseded(nhsNumber: NHSNumber): Promise<void>;
  /** Moves the number under the hash that is written now. Done again, it changes nothing. */
  rekey(nhsNumber: NHSNumber): Promise<boolean>;
}

const kind = 'nhs-number';

export function createIdentifiers({ store, keyring }: { store: Store; keyring: Keyring }): Identifiers {
  const identifiers = store.collection('identifiers');
  /** While lookups move from one key to another, under each of them; the one that is written first. */
  const idsOf = (nhsNumber: NHSNumber): readonly string[] =>
    keyring.lookupKeys(kind, nhsNumber).map((hash) => `${kind}:${hash}`);

  const idsByAge = (nhsNumber: NHSNumber): readonly string[] =>
    keyring.lookupKeysByAge(kind, nhsNumber).map((hash) => `${kind}:${hash}`);

  const find = async (nhsNumber: NHSNumber): Promise<IdentifierDocument | undefined> => {
    const [id = '', ...others] = idsOf(nhsNumber);
    const found = await identifiers.get(id);
    return found ?? (others.length === 0 ? undefined : (await identifiers.getMany(others))[0]);
  };

  /**
   * A hub that writes under another key may have claimed the number in this moment. What stands under the oldest key stands, for
   * both: whoever sees the two makes the younger say the same, so that they cannot each give way to the other.
   */
  const agreed = async (nhsNumber: NHSNumber, own: IdentifierDocument): Promise<IdentifierDocument> => {
    const [standing = own, ...younger] = await identifiers.getMany(idsByAge(nhsNumber));
    const { clientId, status } = standing;
    for (const { id, version, clientId: other } of younger) {
      if (other === clientId) continue;
      try {
        await identifiers.replace({ id, clientId, status }, version);
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error; // The other hub has just done it.
      }
    }
    return standing;
  };

  return {
    find,
    async claim(nhsNumber, clientId) {
      const known = await find(nhsNumber);
      if (known) return known;
      const [id = '', ...others] = idsOf(nhsNumber);
      try {
        const own = await identifiers.insert({ id, clientId, status: 'CURRENT' });
        return others.length === 0 ? own : await agreed(nhsNumber, own);
      } catch (error) {
        const holder = error instanceof DuplicateKey ? await identifiers.get(id) : undefined;
        if (holder) return holder;
        throw error;
      }
    },
    async release(nhsNumber) {
      const [id = ''] = idsOf(nhsNumber);
      await identifiers.remove(id, 1);
    },
    async markSuperseded(nhsNumber) {
      const found = await identifiers.getMany(idsOf(nhsNumber));
      for (const { version, ...identifier } of found) {
        if (identifier.status === 'CURRENT')
          await identifiers.replace({ ...identifier, status: 'SUPERSEDED' }, version);
      }
    },
    async rekey(nhsNumber) {
      const [id = '', ...others] = idsOf(nhsNumber);
      const old = await identifiers.getMany(others);
      const [first] = old;
      if (!first) return false;
      // The new one first: at no moment is the number nobody's.
      try {
        await identifiers.insert({ id, clientId: first.clientId, status: first.status });
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
      }
      for (const each of old) await identifiers.remove(each.id, each.version);
      return true;
    },
  };
}
