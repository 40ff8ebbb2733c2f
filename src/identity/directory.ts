import { randomUUID } from 'node:crypto';
import type { UpstreamSubject } from '../../adapters/contract.js';
import type { ClientId, NHSNumber, OrganisationId, Viewer } from '../access/types.js';
import type { ClientDocument, RelationshipDocument, Sealed } from '../store/documents.js';
import { DuplicateKey } from '../store/port.js';
import type { Key, Store } from '../store/port.js';
import type { Keyring } from './keyring.js';
import type { PairwiseIds } from './pairwise-id.js';

/** Who is who: from an identifier to the hub's own record of a person, and who works with them. */
export interface Directory {
  /** By NHS number, superseded numbers included. */
  byNHSNumber(nhsNumber: NHSNumber): Promise<ClientDocument | undefined>;
  /** By a pairwise id that the hub gave to this organisation. */
  byPairwiseId(organisation: OrganisationId, id: string): Promise<ClientDocument | undefined>;
  byIds(ids: readonly ClientId[]): Promise<readonly ClientDocument[]>;
  /** The identifiers of a client for asking upstream systems. */
  subjectOf(client: ClientDocument): UpstreamSubject;
  pairwiseId(organisation: OrganisationId, client: ClientId): string;
  /** Whether the viewer's organisation works with the client today, or the viewer is the client. */
  isRelated(viewer: Viewer, client: ClientId, self: ClientId | undefined): Promise<boolean>;
  /** One page of an organisation's clients, newest relationship first, over one look past the end. */
  relationships(organisation: OrganisationId, page: RelationshipPage): Promise<readonly RelationshipDocument[]>;
  /** Makes a client record, or finds the one that the NHS number already has. */
  enrol(person: NewClient): Promise<ClientId>;
  relate(relationship: Omit<RelationshipDocument, 'id' | 'version'>): Promise<void>;
}

export interface RelationshipPage {
  readonly limit: number;
  /** ISO instants; `since` inclusive, `before` exclusive. */
  readonly since?: string;
  readonly before?: string;
  readonly after?: readonly Key[];
}

/** What is known of a person when they are enrolled. */
export interface NewClient extends Omit<UpstreamSubject, 'clientId'> {
  /** ISO instant. */
  readonly enrolledAt: string;
}

const nhsNumberKind = 'nhs-number';

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
  const identifiers = store.collection('identifiers');
  const relationships = store.collection('relationships');
  const identifierId = (nhsNumber: string): string => `${nhsNumberKind}:${keyring.lookupKey(nhsNumberKind, nhsNumber)}`;

  return {
    async byNHSNumber(nhsNumber) {
      const identifier = await identifiers.get(identifierId(nhsNumber));
      return identifier && clients.get(identifier.clientId);
    },
    async byPairwiseId(organisation, id) {
      const clientId = pairwiseIds.decode(organisation, 'client', id);
      return clientId === undefined ? undefined : clients.get(clientId);
    },
    byIds: (ids) => clients.getMany(ids),
    // What was sealed here is what `enrol` wrote: a parsed edge of our own making, authenticated by the seal.
    subjectOf: (client) => ({
      ...(JSON.parse(keyring.open(client.subject)) as Omit<UpstreamSubject, 'clientId'>),
      clientId: client.id,
    }),
    pairwiseId: (organisation, client) => pairwiseIds.encode(organisation, 'client', client),
    async isRelated(viewer, client, self) {
      if (viewer.audience === 'CLIENT') return client === self;
      const relationship = await relationships.get(`${viewer.organisation}:${client}`);
      return relationship !== undefined && relationship.until === undefined;
    },
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
    async enrol({ enrolledAt, ...subject }) {
      const known = await identifiers.get(identifierId(subject.nhsNumber));
      if (known) return known.clientId;
      const id = randomUUID() as ClientId;
      // The client first, the identifier second: a crash between the two leaves a record that nothing points to, never a
      // pointer to nothing. Whoever loses the race for the identifier takes the winner's client.
      await clients.insert({
        id,
        subject: seal(keyring, subject),
        restriction: 'UNKNOWN',
        enrolledAt,
        traceDueAt: enrolledAt,
      });
      try {
        await identifiers.insert({ id: identifierId(subject.nhsNumber), clientId: id, status: 'CURRENT' });
        return id;
      } catch (error) {
        const winner = error instanceof DuplicateKey && (await identifiers.get(identifierId(subject.nhsNumber)));
        if (winner) return winner.clientId;
        throw error;
      }
    },
    async relate(relationship) {
      const id = `${relationship.organisation}:${relationship.clientId}`;
      try {
        await relationships.insert({ id, ...relationship });
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
      }
    },
  };
}

const seal = (keyring: Keyring, subject: Omit<UpstreamSubject, 'clientId'>): Sealed =>
  keyring.seal(JSON.stringify(subject));
