import type { ClientId } from '../access/types.js';
import { isLimited, placesLeft, placesLeftIn, type Beginning, type Taken } from '../programme/places.js';
import type { ProgrammeVersion } from '../programme/programme.js';
import { DuplicateKey, VersionConflict, type Store, type Stored } from '../store/port.js';
import type { CaseEntry } from './words.js';

/**
 * Who is about to begin in one programme. `id` is the programme's. A place is given here before the case is written, so that two
 * who ask for the last one in the same moment do not both get it.
 */
export interface PlaceGateDocument extends Stored {
  readonly pending: readonly Pending[];
}

interface Pending extends Beginning {
  /** The case that is about to be written. */
  readonly caseId: string;
  readonly entry: CaseEntry;
  /** ISO instant: what is not there long after was never written. */
  readonly at: string;
}

/** The places of programmes, as their `capacity` says and the cases take them. */
export interface Places {
  /** How many can begin in any stream of an area; undefined where no limit is set. */
  leftIn(version: ProgrammeVersion, area: string): Promise<number | undefined>;
  /** How many can begin in one stream and area; undefined where no limit is set, or none speaks of this person. */
  left(version: ProgrammeVersion, where: Beginning, clientId: ClientId): Promise<number | undefined>;
  /** Whether this is the person's first case in the programme. */
  entryOf(programme: string, clientId: ClientId): Promise<CaseEntry>;
  /** Gives a place to a case that is about to be written, or says that there is none. Asked again for the same case it is given again. */
  give(version: ProgrammeVersion, asked: Omit<Pending, 'at'>): Promise<'GIVEN' | 'FULL'>;
}

/** A case is written within moments of its place being given: what is not there by then never will be. */
const pendingMs = 60_000;
const mostCasesOfOne = 200;

export function createPlaces({ store, now }: { store: Store; now: () => number }): Places {
  const cases = store.collection('cases');
  const gates = store.collection('placeGates');

  async function takenIn({ id, definition }: ProgrammeVersion): Promise<readonly Taken[]> {
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

  const entryOf: Places['entryOf'] = async (programme, clientId) => {
    const earlier = await cases.find({ index: 'clientId_openedAt', where: { clientId }, limit: mostCasesOfOne });
    return earlier.some((each) => each.programme === programme) ? 'AGAIN' : 'FIRST';
  };

  return {
    leftIn: async (version, area) =>
      isLimited(version) ? placesLeftIn(version, area, await takenIn(version)) : undefined,
    async left(version, where, clientId) {
      if (!isLimited(version)) return undefined;
      const again = (await entryOf(version.id, clientId)) === 'AGAIN';
      return placesLeft(version, where, await takenIn(version), again);
    },
    entryOf,
    async give(version, asked) {
      if (!isLimited(version)) return 'GIVEN';
      for (;;) {
        const gate = await gates.get(version.id);
        const at = new Date(now()).toISOString();
        const since = new Date(now() - pendingMs).toISOString();
        const others = (gate?.pending ?? []).filter((each) => each.at > since && each.caseId !== asked.caseId);
        // First who is there, then how many there are: whoever comes in between counts twice, never not at all.
        const written = new Set((await cases.getMany(others.map(({ caseId }) => caseId))).map(({ id }) => id));
        const waiting = others.filter(({ caseId }) => !written.has(caseId));
        const taken = [...(await takenIn(version)), ...waiting.map(countedAs)];
        if ((placesLeft(version, asked, taken, asked.entry === 'AGAIN') ?? 1) < 1) return 'FULL';
        const document = { id: version.id, pending: [...waiting, { ...asked, at }] };
        try {
          await (gate ? gates.replace(document, gate.version) : gates.insert(document));
          return 'GIVEN';
        } catch (error) {
          // Somebody else was given a place in this moment: count again.
          if (!(error instanceof VersionConflict) && !(error instanceof DuplicateKey)) throw error;
        }
      }
    },
  };
}

const countedAs = ({ area, stream, entry }: Pending): Taken => ({
  area,
  stream,
  open: 1,
  people: entry === 'FIRST' ? 1 : 0,
});
