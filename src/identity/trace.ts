import type { DemographicsTrace } from '../../adapters/records.js';
import type { SourceAnswer, UpstreamSubject } from '../../adapters/contract.js';
import { UpstreamError } from '../../adapters/upstream-error.js';
import type { NHSNumber } from '../access/types.js';
import type { ClientDocument } from '../store/documents.js';
import { VersionConflict } from '../store/port.js';
import type { Store } from '../store/port.js';
import type { KnownSubject } from './directory.js';
import type { Keyring } from './keyring.js';
import type { Superseded } from './superseded.js';

/** Asks PDS about one person; the operation of the `nhs-pds` adapter. */
export type AskPds = (subject: UpstreamSubject) => Promise<SourceAnswer<DemographicsTrace>>;

/** The hub's own dated copy of what PDS said. */
export interface HeldTrace {
  readonly trace: DemographicsTrace;
  /** ISO instant. */
  readonly tracedAt: string;
}

/** The outcome of looking at a client's demographics. */
export type TraceResult =
  | {
      readonly kind: 'held';
      readonly held: HeldTrace;
      readonly client: ClientDocument;
      /** Set where a refresh was due and failed. */ readonly failure?: UpstreamError;
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed'; readonly failure: UpstreamError };

/** Keeps demographics fresh within the budget of PDS: 5 requests a second cannot serve a page of 50 live. */
export interface Tracing {
  /** The copy if it is fresh enough; else PDS is asked, and an old copy serves where PDS cannot answer in its budget. */
  demographics(client: ClientDocument, ask: AskPds): Promise<TraceResult>;
  /** Leaves a client whom PDS could not show alone for a while. */
  putOff(client: ClientDocument): Promise<void>;
}

/** How long a person whom PDS could not show is left alone by the background refresh. */
const putOffMs = 3_600_000;

export function createTracing({
  store,
  keyring,
  subjectOf,
  superseded,
  now,
  freshForMs,
}: {
  store: Store;
  keyring: Keyring;
  subjectOf: (client: ClientDocument) => KnownSubject;
  superseded: Superseded;
  now: () => number;
  /** How long a copy counts as fresh. */
  freshForMs: number;
}): Tracing {
  const clients = store.collection('clients');

  const heldBy = (client: ClientDocument): HeldTrace | undefined =>
    client.trace === undefined || client.tracedAt === undefined
      ? undefined
      : { trace: JSON.parse(keyring.open(client.trace)) as DemographicsTrace, tracedAt: client.tracedAt };

  async function keep(asked: ClientDocument, trace: DemographicsTrace, tracedAt: string): Promise<ClientDocument> {
    const asker = subjectOf(asked);
    const current = trace.nhsNumber as NHSNumber;
    const client =
      current === asker.nhsNumber ? asked : await superseded.join(asked, { old: asker.nhsNumber, current });
    const subject = client === asked ? asker : subjectOf(client);
    const isRekeyed = current !== subject.nhsNumber;
    const today = tracedAt.slice(0, 10);
    const usual = inUse(trace.names, 'usual', today);
    const home = inUse(trace.addresses, 'home', today);
    const { clientId, ...known } = {
      ...subject,
      nhsNumber: current,
      ...(isRekeyed && { formerNHSNumbers: [...(subject.formerNHSNumbers ?? []), subject.nhsNumber] }),
      ...(usual?.family != null && { familyName: usual.family }),
      ...(usual?.given[0] !== undefined && { givenName: usual.given[0] }),
      ...(trace.birthDate?.length === 10 && { birthDate: trace.birthDate }),
      ...(home?.postcode != null && { postcode: home.postcode }),
    };
    const { version, ...rest } = client;
    return clients.replace(
      {
        ...rest,
        id: clientId,
        subject: keyring.seal(JSON.stringify(known)),
        restriction: trace.restriction,
        trace: keyring.seal(JSON.stringify(trace)),
        tracedAt,
        traceDueAt: new Date(Date.parse(tracedAt) + freshForMs).toISOString(),
        ...(isRekeyed && { links: [...(client.links ?? []), superseded.rekeyed(subject.nhsNumber)] }),
      },
      version,
    );
  }

  /** A withdrawn record must not be shown from an old copy, nor tell that its location is open. */
  async function forget({ version, trace: _trace, tracedAt, ...rest }: ClientDocument): Promise<void> {
    if (tracedAt === undefined) return;
    const traceDueAt = new Date(now() + putOffMs).toISOString();
    try {
      await clients.replace({ ...rest, restriction: 'UNKNOWN', traceDueAt }, version);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }

  /** Another request did the same at the same moment, or a reviewer did something: what stands now counts. */
  const unlessChangedMeanwhile =
    (client: ClientDocument) =>
    async (error: unknown): Promise<ClientDocument> => {
      if (!(error instanceof VersionConflict)) throw error;
      return (await clients.get(client.id)) ?? client;
    };

  return {
    async putOff(client) {
      const { version, ...rest } = (await clients.get(client.id)) ?? client;
      try {
        await clients.replace({ ...rest, traceDueAt: new Date(now() + putOffMs).toISOString() }, version);
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
      }
    },
    async demographics(client, ask) {
      const held = heldBy(client);
      if (held && now() - Date.parse(held.tracedAt) < freshForMs) return { kind: 'held', held, client };
      try {
        const answer = await ask(subjectOf(client));
        const [trace] = answer.items;
        if (!trace) return { kind: 'unknown' };
        const kept = await keep(client, trace, answer.retrievedAt).catch(unlessChangedMeanwhile(client));
        return { kind: 'held', held: { trace, tracedAt: answer.retrievedAt }, client: kept };
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        if (error.code === 'INVALIDATED_RESOURCE') await forget(client);
        if (error.code === 'INVALIDATED_RESOURCE' || !held) return { kind: 'failed', failure: error };
        return { kind: 'held', held, client, failure: error };
      }
    },
  };
}

/** The one of its use that has not ended, else any that has not, else any: a former name still finds a person at DWP. */
export function inUse<Held extends { readonly use: string | null; readonly periodEnd: string | null }>(
  held: readonly Held[],
  use: string,
  today: string,
): Held | undefined {
  const current = held.filter(({ periodEnd }) => periodEnd === null || periodEnd.slice(0, 10) >= today);
  return current.find((each) => each.use === use) ?? current[0] ?? held[0];
}
