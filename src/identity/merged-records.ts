import type { ClientId } from '../access/types.js';
import type { ClientDocument } from '../store/documents.js';
import type { Store } from '../store/port.js';

/**
 * One person, several records. PDS merges NHS numbers that were given to one person twice; the hub then has a record under each.
 * The merged one points to the one that stands, and everything held under it counts for the person. The pointer is the only truth:
 * nothing is moved, so that nothing can be lost on the way and one field separates them again.
 */
export interface MergedRecords {
  /** The record that stands for the person of `document`. */
  standing(document: ClientDocument): Promise<ClientDocument>;
  /** The same for many, under the ids that were asked. Ids of nobody are left out. */
  standingOf(ids: readonly ClientId[]): Promise<ReadonlyMap<ClientId, ClientDocument>>;
  /** The records that were merged into each of the standing records; those with none are left out. */
  mergedInto(standing: readonly ClientId[]): Promise<ReadonlyMap<ClientId, readonly ClientDocument[]>>;
  /** Every other record of the person of each id, whichever of them the id names. */
  othersOf(ids: readonly ClientId[]): Promise<ReadonlyMap<ClientId, readonly ClientId[]>>;
}

/** The id of nobody, always the same one: what is asked about it is remembered (`src/store/recent-reads.ts`). */
export const nobodyKnown = '00000000-0000-4000-8000-000000000000' as ClientId;

/** Records in one question. A person with more than a few would be a fault of PDS. */
const most = 1_000;

export function createMergedRecords(store: Store): MergedRecords {
  const clients = store.collection('clients');

  async function standing(document: ClientDocument): Promise<ClientDocument> {
    const passed = [document];
    for (let at = document; at.mergedInto !== undefined;) {
      const next = await clients.get(at.mergedInto);
      if (!next) return at;
      // Two merges at one moment, each into the other: both still name one person, and any caller must get the same one.
      const again = passed.findIndex(({ id }) => id === next.id);
      if (again >= 0) return passed.slice(again).reduce((one, other) => (one.id < other.id ? one : other));
      passed.push(next);
      at = next;
    }
    return passed.at(-1) ?? document;
  }

  async function mergedInto(ids: readonly ClientId[]): Promise<ReadonlyMap<ClientId, readonly ClientDocument[]>> {
    const found = new Map<ClientId, ClientDocument[]>();
    const rootOf = new Map(ids.map((id) => [id, id]));
    for (let asked = [...new Set(ids)], round = 1; asked.length > 0; round += 1) {
      const merged = await clients.find({ index: 'mergedInto', where: { mergedInto: { in: asked } }, limit: most });
      asked = [];
      for (const document of merged) {
        const root = document.mergedInto && rootOf.get(document.mergedInto);
        if (root === undefined || rootOf.has(document.id)) continue;
        rootOf.set(document.id, root);
        found.set(root, [...(found.get(root) ?? []), document]);
        asked.push(document.id);
      }
      // Whether somebody has another record must not show in what it costs to ask: the second question is put about nobody too.
      if (round === 1 && asked.length === 0) asked = [nobodyKnown];
    }
    return found;
  }

  async function standingOf(ids: readonly ClientId[]): Promise<ReadonlyMap<ClientId, ClientDocument>> {
    const documents = await clients.getMany(ids);
    const pairs = await Promise.all(
      documents.map(
        async (document) =>
          [document.id, document.mergedInto === undefined ? document : await standing(document)] as const,
      ),
    );
    return new Map(pairs);
  }

  return {
    standing,
    standingOf,
    mergedInto,
    async othersOf(ids) {
      const [roots, direct] = await Promise.all([standingOf(ids), mergedInto(ids)]);
      const areStanding = [...roots].every(([id, root]) => id === root.id);
      if (direct.size === 0 && areStanding) return new Map();
      const below = areStanding ? direct : await mergedInto([...new Set([...roots.values()].map(({ id }) => id))]);
      return new Map(
        [...roots].map(([id, root]) => {
          const person = [root, ...(below.get(root.id) ?? [])].map((document) => document.id);
          return [id, person.filter((each) => each !== id)];
        }),
      );
    },
  };
}
