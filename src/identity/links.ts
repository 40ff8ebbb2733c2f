import { randomUUID } from 'node:crypto';
import type { ClientId } from '../access/types.js';
import type { ClientDocument } from '../store/documents.js';
import type { LinkActor, LinkEvent } from '../store/documents/link.js';
import { VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import type { Directory, KnownSubject } from './directory.js';
import type { Keyring } from './keyring.js';

/** An identifier of a client in another system. `nino`, or an adapter's name. */
export interface Identifier {
  readonly system: string;
  readonly value: string;
}

/** What a link rests on, and who made it. */
export interface LinkGround {
  readonly evidence: LinkEvent['evidence'];
  readonly by: LinkActor;
  readonly match?: string;
}

export type LinkResult = 'LINKED' | 'ALREADY_LINKED' | 'LINKED_OTHERWISE';

/** The links of clients to identifiers. A link and its history are one document, so they change together or not at all. */
export interface Links {
  /** Durable when it resolves. `LINKED_OTHERWISE`: the client has another identifier in that system, which must be unlinked first. */
  link(client: ClientId, identifier: Identifier, ground: LinkGround): Promise<LinkResult>;
}

/** How often a change is tried again where somebody else changed the record meanwhile. */
const attempts = 5;

export function createLinks({
  store,
  keyring,
  subjectOf,
  now,
}: {
  store: Store;
  keyring: Keyring;
  subjectOf: Directory['subjectOf'];
  now: () => number;
}): Links {
  return {
    link: (id, identifier, ground) =>
      changeClient<LinkResult>(store, id, (client) => {
        const subject = subjectOf(client);
        const held = identifierOf(subject, identifier.system);
        if (held === identifier.value) return { result: 'ALREADY_LINKED' };
        if (held !== undefined) return { result: 'LINKED_OTHERWISE' };
        const event: LinkEvent = {
          id: randomUUID(),
          kind: 'LINKED',
          system: identifier.system,
          identifier: keyring.seal(identifier.value),
          at: new Date(now()).toISOString(),
          ...ground,
        };
        return {
          result: 'LINKED',
          changed: {
            subject: keyring.seal(JSON.stringify(withIdentifier(subject, identifier.system, identifier.value))),
            links: [...(client.links ?? []), event],
          },
        };
      }),
  };
}

/** The identifier of a client in a system, if there is one. */
export const identifierOf = ({ nino, externalIds }: KnownSubject, system: string): string | undefined =>
  system === 'nino' ? nino : externalIds[system];

/** The subject as it is sealed, with one identifier set, or taken away. */
export function withIdentifier(
  { clientId: _id, nino, externalIds, ...subject }: KnownSubject,
  system: string,
  value: string | undefined,
): Omit<KnownSubject, 'clientId'> {
  const isNino = system === 'nino';
  const ownNino = isNino ? value : nino;
  const others = Object.entries(externalIds).filter(([name]) => name !== system);
  return {
    ...subject,
    ...(ownNino !== undefined && { nino: ownNino }),
    externalIds: Object.fromEntries([...others, ...(!isNino && value !== undefined ? [[system, value] as const] : [])]),
  };
}

/** One change of one client's document, tried again where somebody changed it meanwhile. */
export async function changeClient<Result>(
  store: Store,
  id: ClientId,
  change: (client: ClientDocument) => { readonly result: Result; readonly changed?: Partial<ClientDocument> },
): Promise<Result> {
  const clients = store.collection('clients');
  for (let attempt = 1; ; attempt += 1) {
    const client = await clients.get(id);
    if (!client) throw new Error('A link is of a client');
    const { result, changed } = change(client);
    if (!changed) return result;
    const { version, ...rest } = client;
    try {
      await clients.replace({ ...rest, ...changed }, version);
      return result;
    } catch (error) {
      if (!(error instanceof VersionConflict) || attempt === attempts) throw error;
    }
  }
}
