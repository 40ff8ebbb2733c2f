import { randomUUID } from 'node:crypto';
import type { UpstreamSubject } from '../../adapters/contract.js';
import type { ClientId, NHSNumber, OrganisationId, Viewer } from '../access/types.js';
import type { ClientDocument } from '../store/documents.js';
import type { RelationshipDocument } from '../store/documents/relationship.js';
import type { Key, Store } from '../store/port.js';
import { createEnrolling, type Enrolling } from './enrolling.js';
import { createIdentifiers } from './identifiers.js';
import type { Keyring } from './keyring.js';
import { createMergedRecords, nobodyKnown } from './merged-records.js';
import type { PairwiseIds } from './pairwise-id.js';
import { createRelationships, type GroundName, type NewRelationship } from './relationships.js';

/** Who is who: from an identifier to the hub's own record of a person, and who works with them. */
export interface Directory extends Enrolling {
  /** By NHS number, superseded numbers included. */
  byNHSNumber(nhsNumber: NHSNumber): Promise<ClientDocument | undefined>;
  /** By a pairwise id that the hub gave to this organisation. */
  byPairwiseId(organisation: OrganisationId, id: string): Promise<ClientDocument | undefined>;
  /** The records that stand for the people of `ids`, under the ids that were asked. */
  byIds(ids: readonly ClientId[]): Promise<ReadonlyMap<ClientId, ClientDocument>>;
  /** The records that were merged into each of these; those with none are left out. */
  mergedInto(standing: readonly ClientId[]): Promise<ReadonlyMap<ClientId, readonly ClientDocument[]>>;
  /** Every other record of the person of each id. */
  othersOf(ids: readonly ClientId[]): Promise<ReadonlyMap<ClientId, readonly ClientId[]>>;
  /** The identifiers of a client for asking upstream systems. */
  subjectOf(client: ClientDocument): KnownSubject;
  /**
   * Under what a person may be known to a source: as PDS has them now first, then under the numbers that PDS replaced and the
   * identifiers of records that were merged into theirs.
   */
  subjectsOf(
    client: ClientDocument,
    merged: readonly ClientDocument[],
  ): readonly [UpstreamSubject, ...UpstreamSubject[]];
  pairwiseId(organisation: OrganisationId, client: ClientId): string;
  /** Whether the viewer's organisation works with the client today under any of their records, or the viewer is the client. */
  isRelated(viewer: Viewer, client: ClientId, self: ClientId | undefined): Promise<boolean>;
  /** The relationships of an organisation with these records, ended ones too. */
  relationshipsWith(
    organisation: OrganisationId,
    records: readonly ClientId[],
  ): Promise<readonly RelationshipDocument[]>;
  /** One page of an organisation's clients, newest relationship first, over one look past the end. */
  relationships(organisation: OrganisationId, page: RelationshipPage): Promise<readonly RelationshipDocument[]>;
  /** See `Relationships`: once, however often it is said. */
  relate(relationship: NewRelationship, ground?: GroundName): Promise<void>;
  endGround(organisation: OrganisationId, clientId: ClientId, ground: GroundName, at: string): Promise<void>;
}

export interface RelationshipPage {
  readonly limit: number;
  /** ISO instants; `since` inclusive, `before` exclusive. */
  readonly since?: string;
  readonly before?: string;
  readonly after?: readonly Key[];
}

/** Who a client is upstream, and the NHS numbers that PDS has replaced. */
export interface KnownSubject extends UpstreamSubject {
  readonly formerNHSNumbers?: readonly NHSNumber[];
}

/** The id of nobody, for asking what would be asked of somebody. */
export const nobody = (): ClientId => randomUUID() as ClientId;

export function createDirectory({
  store,
  keyring,
  pairwiseIds,
}: {
  store: Store;
  keyring: Keyring;
  pairwiseIds: PairwiseIds;
}): Directory {
  const clients = store.collection('clients');
  const identifiers = createIdentifiers({ store, keyring });
  const relationships = store.collection('relationships');
  const records = createMergedRecords(store);
  const work = createRelationships(store);
  const subjectOf = (client: ClientDocument): KnownSubject => ({
    // What was sealed here is what `enrol` wrote: a parsed edge of our own making, authenticated by the seal.
    ...(JSON.parse(keyring.open(client.subject)) as Omit<KnownSubject, 'clientId'>),
    clientId: client.id,
  });

  const standing = async (id: ClientId): Promise<ClientDocument | undefined> => {
    const document = await clients.get(id);
    if (document?.mergedInto !== undefined) return records.standing(document);
    // A number that PDS replaced costs one step more, and a caller must not learn from the time that it was one.
    await clients.get(nobodyKnown);
    return document;
  };
  const relationshipsWith: Directory['relationshipsWith'] = async (organisation, ids) =>
    ids.length === 0 ? [] : relationships.getMany(ids.map((id) => `${organisation}:${id}`));

  return {
    async byNHSNumber(nhsNumber) {
      const identifier = await identifiers.find(nhsNumber);
      // Nobody costs what somebody costs: a caller must not learn from the time whether there is somebody.
      return standing(identifier?.clientId ?? nobody());
    },
    async byPairwiseId(organisation, id) {
      const clientId = pairwiseIds.decode(organisation, 'client', id);
      return standing(clientId === undefined ? nobody() : (clientId as ClientId));
    },
    byIds: records.standingOf,
    mergedInto: records.mergedInto,
    othersOf: records.othersOf,
    subjectOf,
    subjectsOf(client, merged) {
      const { formerNHSNumbers = [], ...own } = subjectOf(client);
      const others = merged.map(subjectOf);
      // What only a merged record says is the person's all the same.
      const now = others.reduceRight<UpstreamSubject>(
        (known, { formerNHSNumbers: _former, ...other }) => ({
          ...other,
          ...known,
          externalIds: { ...other.externalIds, ...known.externalIds },
        }),
        own,
      );
      // Each is a name of its own to a source's loaders. By those numbers and ids alone: who the person is by name, PDS says.
      const under = (key: string, number: NHSNumber, externalIds: UpstreamSubject['externalIds']): UpstreamSubject => ({
        clientId: key as ClientId,
        nhsNumber: number,
        externalIds,
      });
      const formerly = (key: string, numbers: readonly NHSNumber[]): readonly UpstreamSubject[] =>
        numbers.map((number, index) => under(`${key} formerly ${index}`, number, {}));
      return [
        now,
        ...formerly(client.id, formerNHSNumbers),
        ...others.flatMap(({ clientId, nhsNumber, externalIds, formerNHSNumbers: older = [] }) => [
          under(clientId, nhsNumber, externalIds),
          ...formerly(clientId, older),
        ]),
      ];
    },
    pairwiseId: (organisation, client) => pairwiseIds.encode(organisation, 'client', client),
    async isRelated(viewer, client, self) {
      if (viewer.audience === 'CLIENT') return client === self;
      const [own, merged] = await Promise.all([
        relationships.get(`${viewer.organisation}:${client}`),
        records.mergedInto([client]),
      ]);
      const others = (merged.get(client) ?? []).map(({ id }) => id);
      // Asked in any case, about nobody where there is no other record: what it costs tells neither of a relationship nor of records.
      const asked = others.length > 0 ? others : [nobodyKnown];
      const found = [own, ...(await relationshipsWith(viewer.organisation, asked))];
      return found.some((relationship) => relationship !== undefined && relationship.until === undefined);
    },
    relationshipsWith,
    relationships: (organisation, page) =>
      relationships.find({
        index: 'organisation_since',
        where: {
          organisation,
          ...((page.since ?? page.before) !== undefined && {
            since: {
              ...(page.since !== undefined && { gte: page.since }),
              ...(page.before !== undefined && { lt: page.before }),
            },
          }),
        },
        order: 'descending',
        limit: page.limit,
        ...(page.after && { after: page.after }),
      }),
    ...createEnrolling({ store, keyring, identifiers }),
    relate: (relationship, ground) => work.begin(relationship, ground),
    endGround: (organisation, clientId, ground, at) => work.end(organisation, clientId, ground, at),
  };
}
