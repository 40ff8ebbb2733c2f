import type { ClientId, OrganisationId } from '../access/types.js';
import type { Ground, RelationshipDocument } from '../store/documents/relationship.js';
import { DuplicateKey, VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';

/** Who works with whom, on what grounds, and for how long. */
export interface Relationships {
  /**
   * An organisation works with a person from now on. Without a ground it lasts of itself: the organisation was enrolled with
   * the person; with one, it lasts as long as any of its grounds. Once, however often it is said.
   */
  begin(relationship: NewRelationship, ground?: GroundName): Promise<void>;
  /** One ground is over, and with the last of them the relationship. Nothing where it was never given. */
  end(organisation: OrganisationId, clientId: ClientId, ground: GroundName, at: string): Promise<void>;
}

export type NewRelationship = Pick<RelationshipDocument, 'organisation' | 'clientId' | 'kind' | 'since'>;
export type GroundName = Pick<Ground, 'kind' | 'of'>;

export function createRelationships(store: Store): Relationships {
  const collection = store.collection('relationships');

  /** Changes the relationship as it stands; undefined changes nothing. */
  async function change(
    id: string,
    to: (current: RelationshipDocument | undefined) => Omit<RelationshipDocument, 'version'> | undefined,
  ): Promise<void> {
    for (;;) {
      const current = await collection.get(id);
      const next = to(current);
      if (!next) return;
      try {
        await (current ? collection.replace(next, current.version) : collection.insert(next));
        return;
      } catch (error) {
        // Somebody changed it in this moment: again, from how it stands now.
        if (!(error instanceof VersionConflict) && !(error instanceof DuplicateKey)) throw error;
      }
    }
  }

  return {
    begin: (relationship, ground) =>
      change(idOf(relationship), (current) =>
        current
          ? resumed(current, relationship, ground ?? { kind: 'ENROLMENT', of: relationship.organisation })
          : {
              id: idOf(relationship),
              ...relationship,
              ...(ground && { grounds: [{ ...ground, since: relationship.since }] }),
            },
      ),
    end: (organisation, clientId, ground, at) =>
      change(idOf({ organisation, clientId }), (current) => current && ended(current, ground, at)),
  };
}

const idOf = ({ organisation, clientId }: Pick<RelationshipDocument, 'organisation' | 'clientId'>): string =>
  `${organisation}:${clientId}`;

/** When it lasted: of each ground where it has any, else the whole. */
export const periodsOf = (
  relationship: RelationshipDocument,
): readonly Pick<RelationshipDocument, 'since' | 'until'>[] => relationship.grounds ?? [relationship];

const isSame = (one: GroundName, other: GroundName): boolean => one.kind === other.kind && one.of === other.of;

/** With another ground, or again after it had ended; undefined where nothing changes. */
function resumed(
  { version: _version, until, ...kept }: RelationshipDocument,
  { since }: NewRelationship,
  ground: GroundName,
): Omit<RelationshipDocument, 'version'> | undefined {
  if (until === undefined && !kept.grounds) return undefined;
  const grounds: readonly Ground[] = kept.grounds ?? [
    { kind: 'ENROLMENT', of: kept.organisation, since: kept.since, ...(until !== undefined && { until }) },
  ];
  if (grounds.some((each) => isSame(each, ground) && each.until === undefined)) return undefined;
  return {
    ...kept,
    since: until === undefined ? kept.since : since,
    grounds: [...grounds, { ...ground, since }],
  };
}

function ended(
  { version: _version, ...kept }: RelationshipDocument,
  ground: GroundName,
  at: string,
): Omit<RelationshipDocument, 'version'> | undefined {
  const isRunning = (each: Ground): boolean => isSame(each, ground) && each.until === undefined;
  if (kept.grounds?.some(isRunning) !== true) return undefined;
  const grounds = kept.grounds.map((each) => (isRunning(each) ? { ...each, until: at } : each));
  const isOver = grounds.every(({ until }) => until !== undefined);
  return { ...kept, grounds, ...(isOver && { until: at }) };
}
