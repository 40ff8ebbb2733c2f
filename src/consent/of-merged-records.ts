import type { ClientId } from '../access/types.js';
import type { ConsentDesk } from './desk.js';

/**
 * The consents of a person under whichever of their records they were given: a refusal given under a number that PDS has since
 * replaced still refuses.
 * @param othersOf the other records of the person of each id; those with none may be left out
 */
export function consentsOfPeople<Desk extends Pick<ConsentDesk, 'newest'>>(
  desk: Desk,
  othersOf: (ids: readonly ClientId[]) => Promise<ReadonlyMap<ClientId, readonly ClientId[]>>,
): Desk {
  return {
    ...desk,
    async newest(clients: readonly ClientId[]) {
      const [own, others] = await Promise.all([desk.newest(clients), othersOf(clients)]);
      if (others.size === 0) return own;
      const more = await desk.newest([...new Set([...others.values()].flat())]);
      return new Map(
        [...own].map(([id, consents]) => [
          id,
          [...consents, ...(others.get(id) ?? []).flatMap((other) => more.get(other) ?? [])],
        ]),
      );
    },
  };
}
