import { randomUUID } from 'node:crypto';
import type { UpstreamSubject } from '../../adapters/contract.js';
import type { ClientId, NHSNumber } from '../access/types.js';
import type { Store } from '../store/port.js';
import type { Identifiers } from './identifiers.js';
import type { Keyring } from './keyring.js';

/** What is known of a person when they are enrolled. */
export interface NewClient extends Omit<UpstreamSubject, 'clientId'> {
  /** ISO instant. */
  readonly enrolledAt: string;
}

/** The making of client records. */
export interface Enrolling {
  /** Makes a client record, or finds the one that the NHS number already has. */
  enrol(person: NewClient): Promise<ClientId>;
  /**
   * The same for a caller who must not learn whether the hub knew the number: it reads and writes as much for one whom it knew. What it
   * writes of those is taken away again, after it resolves; a crash before that leaves a record that nothing points to.
   */
  enrolUntold(person: NewClient): Promise<ClientId>;
}

/** Later than any background look at who is due to be traced: nobody asks PDS about a record that is about to go. */
const never = '9999-12-31T00:00:00.000Z';

export function createEnrolling({
  store,
  keyring,
  identifiers,
}: {
  store: Store;
  keyring: Keyring;
  identifiers: Identifiers;
}): Enrolling {
  const clients = store.collection('clients');

  /**
   * The client first, the identifier second: a crash between the two leaves a record that nothing points to, never a pointer to
   * nothing. Whoever loses the race for the identifier takes the winner's client.
   */
  async function make({ enrolledAt, ...subject }: NewClient, id: ClientId, traceDueAt: string): Promise<void> {
    const sealed = keyring.seal(JSON.stringify(subject));
    await clients.insert({ id, subject: sealed, restriction: 'UNKNOWN', enrolledAt, traceDueAt });
  }

  return {
    async enrol(person) {
      const known = await identifiers.find(person.nhsNumber);
      if (known) return known.clientId;
      const id = randomUUID() as ClientId;
      await make(person, id, person.enrolledAt);
      return (await identifiers.claim(person.nhsNumber, id)).clientId;
    },
    async enrolUntold(person) {
      const known = await identifiers.find(person.nhsNumber);
      const id = randomUUID() as ClientId;
      await make(person, id, known ? never : person.enrolledAt);
      const claimed = known ? nobodysNumber() : person.nhsNumber;
      const holder = await identifiers.claim(claimed, id);
      // Of somebody new, what is taken away was never there.
      const [goes, released] = known ? [id, claimed] : [randomUUID(), nobodysNumber()];
      void Promise.allSettled([clients.remove(goes, 1), identifiers.release(released)]);
      return known?.clientId ?? holder.clientId;
    },
  };
}

/** Ten digits are an NHS number; this is the number of nobody. */
const nobodysNumber = (): NHSNumber => randomUUID() as string as NHSNumber;
