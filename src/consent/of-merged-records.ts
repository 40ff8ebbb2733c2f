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
      const others = await othersOf(clients);
      // One question about all of a person's records, however many: what it costs tells nothing of them.
      const all = await desk.newest([...new Set([...clients, ...[...others.values()].flat()])]);
      return new Map(clients.map((id) => [id, [id, ...(others.get(id) ?? [])].flatMap((each) => all.get(each) ?? [])]));
    },
  };
}
