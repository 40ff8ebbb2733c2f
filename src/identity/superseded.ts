import { randomUUID } from 'node:crypto';
import type { NHSNumber } from '../access/types.js';
import { UpstreamError } from '../../adapters/upstream-error.js';
import type { ClientDocument } from '../store/documents.js';
import type { LinkActor, LinkEvent } from '../store/documents/link.js';
import type { Store } from '../store/port.js';
import { createIdentifiers } from './identifiers.js';
import type { Keyring } from './keyring.js';
import { createMergedRecords } from './merged-records.js';
import type { TaskDesk } from '../task/desk.js';

/**
 * What follows when PDS answers with another NHS number than it was asked for: "You must update your system with the new patient
 * details" (PDS patient-get, reference/nhs-apis.md 1.6). The old number keeps leading to the person.
 */
export interface Superseded {
  /**
   * The record that stands for whoever has the current number: `client` where nobody else had it; else `client` is merged into
   * that one, in the one write that decides. A crash before it leaves all as it was, and the next trace does it again.
   */
  join(
    client: ClientDocument,
    numbers: { readonly old: NHSNumber; readonly current: NHSNumber },
  ): Promise<ClientDocument>;
  /** The event of a record whose number was replaced in place. */
  rekeyed(old: NHSNumber): LinkEvent;
}

/** By when somebody must have looked at two records that PDS joined. */
const reviewWithinMs = 5 * 24 * 3_600_000;

/** What the task about a record's `number`th merge is about. */
export const mergeOf = ({ id }: ClientDocument, number: number): string => `${id}:${number}`;

/** How often a record was merged into another. */
export const mergesOf = ({ links = [] }: ClientDocument): number =>
  links.filter(({ kind }) => kind === 'MERGED').length;

/** Never due: a merged record is traced through the one that stands. */
export const neverDue = '9999-12-31T00:00:00.000Z';

export function createSuperseded({
  store,
  keyring,
  tasks,
  now,
  operator,
}: {
  store: Store;
  keyring: Keyring;
  tasks: Pick<TaskDesk, 'raise'>;
  now: () => number;
  /** Whose hub this is: what PDS said is done in its name. */
  operator: LinkActor['organisation'];
}): Superseded {
  const clients = store.collection('clients');
  const identifiers = createIdentifiers({ store, keyring });
  const records = createMergedRecords(store);

  const join: Superseded['join'] = async (client, { old, current }) => {
    const holder = await holderOf(current, client);
    if (holder.id !== client.id && isKeptApart(client, holder)) {
      // A reviewer has separated these two: PDS alone does not join them again, and neither is shown under the other's number.
      throw new UpstreamError('nhs-pds', 'AMBIGUOUS', { code: 'SUPERSEDED_BY_KNOWN' });
    }
    await identifiers.markSuperseded(old);
    if (holder.id === client.id) return client;
    // The task first: two records that have become one have somebody who looks at it, whatever happens in between.
    await tasks.raise({
      kind: 'RECORDS_MERGED',
      dedupeKey: mergeOf(client, mergesOf(client) + 1),
      owner: { organisation: operator, audience: 'PRIVACY_OFFICER' },
      clientId: holder.id,
      dueAt: new Date(now() + reviewWithinMs).toISOString(),
      details: { merged: client.id, mergedAt: new Date(now()).toISOString() },
    });
    const { version, ...rest } = client;
    await clients.replace(
      {
        ...rest,
        mergedInto: holder.id,
        traceDueAt: neverDue,
        links: [...(client.links ?? []), event({ kind: 'MERGED', system: 'client', other: holder.id })],
      },
      version,
    );
    return holder;
  };
  return {
    join,
    rekeyed: (old) => event({ kind: 'REKEYED', system: 'nhs-number', identifier: keyring.seal(old) }),
  };

  async function holderOf(current: NHSNumber, client: ClientDocument): Promise<ClientDocument> {
    const { clientId } = await identifiers.claim(current, client.id);
    if (clientId === client.id) return client;
    const holder = await clients.get(clientId);
    return holder ? records.standing(holder) : client;
  }

  function event(fact: Pick<LinkEvent, 'kind' | 'system' | 'other' | 'identifier'>): LinkEvent {
    return {
      id: randomUUID(),
      ...fact,
      at: new Date(now()).toISOString(),
      by: { subject: 'work-health-hub', organisation: operator, audience: 'HUB' },
      evidence: 'PDS_SUPERSEDED',
    };
  }
}

const isKeptApart = (one: ClientDocument, other: ClientDocument): boolean =>
  (one.keptApartFrom ?? []).includes(other.id) || (other.keptApartFrom ?? []).includes(one.id);
