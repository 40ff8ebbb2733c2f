import type { ClientId } from '../access/types.js';
import { isLimited, placesLeft, placesLeftIn, type Beginning, type Taken } from '../programme/places.js';
import type { ProgrammeVersion } from '../programme/programme.js';
import { DuplicateKey, VersionConflict, type Store, type Stored } from '../store/port.js';
import { keepsPlace } from '../referral/words.js';
import type { CaseEntry } from './words.js';

/**
 * Who is about to begin in one programme. `id` is the programme's. A place is given here before the case is written, so that two
 * who ask for the last one in the same moment do not both get it; and before a referral is accepted, for as long as it stands.
 */
export interface PlaceGateDocument extends Stored {
  readonly pending: readonly Pending[];
}

/** Somebody who is to begin in one area; in one stream of it, once that is chosen. */
export interface Asked {
  /** The case that is about to be written; of a referral that was accepted, the case that it leads to. */
  readonly caseId: string;
  readonly area: string;
  readonly stream?: string;
  readonly entry: CaseEntry;
  /** The referral whose acceptance keeps the place. */
  readonly referral?: string;
}

interface Pending extends Asked {
  /** ISO instant: what is not there long after was never written. */
  readonly at: string;
}

/** The places of programmes, as their `capacity` says and the cases and acceptances take them. */
export interface Places {
  /** How many can begin in any stream of an area; undefined where no limit is set. */
  leftIn(version: ProgrammeVersion, area: string): Promise<number | undefined>;
  /** Whether this is the person's first case in the programme. */
  entryOf(programme: string, clientId: ClientId): Promise<CaseEntry>;
  /** Gives a place to a case or an acceptance that is about to be written, or says that there is none. Asked again for the same case it is given again. */
  give(version: ProgrammeVersion, asked: Asked): Promise<'GIVEN' | 'FULL'>;
  /** Of those who wait for places of one programme, in their order, those for whom there is one if all before them get theirs. */
  fitting<Waiting extends Asked>(
    waiting: readonly (Waiting & { readonly version: ProgrammeVersion })[],
  ): Promise<readonly Waiting[]>;
}

/** A case is written within moments of its place being given: what is not there by then never will be. */
const pendingMs = 60_000;
const mostCasesOfOne = 200;

export function createPlaces({ store, now }: { store: Store; now: () => number }): Places {
  const cases = store.collection('cases');
  const gates = store.collection('placeGates');
  const referrals = store.collection('referrals');

  async function casesIn({ id, definition }: ProgrammeVersion): Promise<readonly Taken[]> {
    const index = 'programme_area_stream_entry_status';
    const taken: Taken[] = [];
    for (const { code: area } of definition.areas) {
      for (const { code: stream } of definition.streams) {
        const count = (entry: CaseEntry) =>
          cases.countBy({ index, where: { programme: id, area, stream, entry } }, 'status');
        const [first, again] = [await count('FIRST'), await count('AGAIN')];
        const open = (first.get('OPEN') ?? 0) + (again.get('OPEN') ?? 0);
        taken.push({ area, stream, open, people: [...first.values()].reduce((sum, each) => sum + each, 0) });
      }
    }
    return taken;
  }

  /** Those whose case is not written and still can be: about to be, or of a referral that stands accepted. */
  async function stillPending(pending: readonly Pending[], except?: string): Promise<readonly Pending[]> {
    const since = new Date(now() - pendingMs).toISOString();
    const others = pending.filter(({ caseId, at, referral }) => caseId !== except && (at > since || referral));
    const written = new Set((await cases.getMany(others.map(({ caseId }) => caseId))).map(({ id }) => id));
    const waiting = others.filter(({ caseId }) => !written.has(caseId));
    const kept = new Set(
      (await referrals.getMany(waiting.flatMap(({ referral }) => referral ?? [])))
        .filter(keepsPlace)
        .map(({ id }) => id),
    );
    return waiting.filter(({ at, referral }) => at > since || (referral !== undefined && kept.has(referral)));
  }

  /** Whose case was written while the cases were counted stands in both: then they are counted again. */
  async function takenIn(version: ProgrammeVersion, pending: readonly Pending[]): Promise<readonly Taken[]> {
    for (let waiting = pending; ;) {
      const taken = [...(await casesIn(version)), ...waiting.map(countedAs)];
      const still = await stillPending(waiting);
      if (still.length === waiting.length) return taken;
      waiting = still;
    }
  }

  const pendingOf = async (id: string): Promise<readonly Pending[]> =>
    stillPending((await gates.get(id))?.pending ?? []);

  const entryOf: Places['entryOf'] = async (programme, clientId) => {
    const earlier = await cases.find({ index: 'clientId_openedAt', where: { clientId }, limit: mostCasesOfOne });
    return earlier.some((each) => each.programme === programme) ? 'AGAIN' : 'FIRST';
  };

  return {
    leftIn: async (version, area) =>
      isLimited(version) ? placesLeftIn(version, area, await takenIn(version, await pendingOf(version.id))) : undefined,
    entryOf,
    async give(version, asked) {
      if (!isLimited(version)) return 'GIVEN';
      for (;;) {
        const gate = await gates.get(version.id);
        const waiting = await stillPending(gate?.pending ?? [], asked.caseId);
        if (leftFor(version, asked, await takenIn(version, waiting)) < 1) return 'FULL';
        const pending = [...waiting, { ...asked, at: new Date(now()).toISOString() }];
        const document = { id: version.id, pending };
        try {
          await (gate ? gates.replace(document, gate.version) : gates.insert(document));
          return 'GIVEN';
        } catch (error) {
          // Somebody else was given a place in this moment: count again.
          if (!(error instanceof VersionConflict) && !(error instanceof DuplicateKey)) throw error;
        }
      }
    },
    async fitting<Waiting extends Asked>(waiting: readonly (Waiting & { readonly version: ProgrammeVersion })[]) {
      const counted = new Map<string, readonly Taken[]>();
      const fits: Waiting[] = [];
      for (const each of waiting) {
        const { version } = each;
        const key = version.effectiveFrom;
        const taken = counted.get(key) ?? (await takenIn(version, await pendingOf(version.id)));
        counted.set(key, taken);
        if (leftFor(version, each, [...taken, ...fits.map(countedAs)]) >= 1) fits.push(each);
      }
      return fits;
    },
  };
}

/** How many could begin as this one; no limit: more than anybody asks for. */
function leftFor(version: ProgrammeVersion, { area, stream, entry }: Asked, taken: readonly Taken[]): number {
  const left =
    stream === undefined
      ? placesLeftIn(version, area, taken)
      : placesLeft(version, { area, stream } satisfies Beginning, taken, entry === 'AGAIN');
  return left ?? Number.POSITIVE_INFINITY;
}

/** Without a stream it takes a place of the area and of the whole. */
const countedAs = ({ area, stream, entry }: Asked): Taken => ({
  area,
  stream: stream ?? '',
  open: 1,
  people: entry === 'FIRST' ? 1 : 0,
});
